package org.nepenthe.clinic.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Duration;
import java.time.ZoneId;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/// Templates, static files and the forms of dates, put together.
@Configuration(proxyBeanMethods = false)
class WebSettings {
  @Bean
  ClinicTime clinicTime(ZoneId zone) {
    return new ClinicTime(zone);
  }

  @Bean
  Assets assets() {
    return Assets.read();
  }

  @Bean
  TemplateEngine templates() {
    return TemplateEngine.createPrecompiled(
        null,
        ContentType.Html,
        WebSettings.class.getClassLoader(),
        "org.nepenthe.clinic.generated");
  }

  @Bean
  ViewResolver jteViewResolver(TemplateEngine templates, Pages pages) {
    return new JteViewResolver(templates, pages);
  }

  @Bean
  WebMvcConfigurer staticFiles(Assets assets) {
    return new WebMvcConfigurer() {
      @Override
      public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry
            .addResourceHandler(Assets.ROOT + "**")
            .addResourceLocations("classpath:/static/")
            .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
            .resourceChain(true)
            .addResolver(
                new VersionResourceResolver().addFixedVersionStrategy(assets.version(), "/**"));
      }
    };
  }
}
