package org.nepenthe.clinic.platform.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Finds a view's template by name: `patient/list` is `patient/list.jte`. A template is rendered
/// whole before its first byte is sent, so that one that fails never leaves half a page behind.
final class JteViewResolver implements ViewResolver, Ordered {
  private final TemplateEngine templates;
  private final Pages pages;

  JteViewResolver(TemplateEngine templates, Pages pages) {
    this.templates = templates;
    this.pages = pages;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    var template = name + ".jte";
    return name.contains(":") || !templates.hasTemplate(template) ? null : new Jte(template);
  }

  private final class Jte implements View {
    private final String template;

    private Jte(String template) {
      this.template = template;
    }

    @Override
    public String getContentType() {
      return MediaType.TEXT_HTML_VALUE;
    }

    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws Exception {
      var parameters = new HashMap<String, Object>();
      if (model != null) {
        parameters.putAll(model);
      }
      parameters.put(Page.ATTRIBUTE, pages.of(request));
      var output = new Utf8ByteOutput();
      templates.render(template, parameters, output);
      response.setContentType("text/html;charset=UTF-8");
      response.setContentLength(output.getContentLength());
      output.writeTo(response.getOutputStream());
    }
  }
}
