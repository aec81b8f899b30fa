package org.nepenthe.clinic.security.session;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/// Form login, the access table, CSRF tokens and the headers that keep a browser from doing what a
/// page of ours never asks for.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebSecurity {
  static final String CONTENT_SECURITY_POLICY =
      String.join(
          "; ",
          "default-src 'self'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data:",
          "frame-ancestors 'none'",
          "form-action 'self'",
          "base-uri 'none'",
          "object-src 'none'");

  private static final String PERMISSIONS_POLICY =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

  @Bean
  SecurityFilterChain pageSecurity(
      HttpSecurity http, PathAccess access, SessionGate gate, Doorkeeper doorkeeper) {
    return http.authorizeHttpRequests(requests -> requests.anyRequest().access(access))
        .addFilterBefore(gate, AuthorizationFilter.class)
        .requestCache(cache -> cache.requestCache(onlyPages()))
        .formLogin(form -> form.loginPage("/login").failureUrl("/login").successHandler(doorkeeper))
        .logout(logout -> logout.logoutSuccessUrl("/login").addLogoutHandler(doorkeeper))
        .exceptionHandling(
            handling -> handling.accessDeniedHandler(access).authenticationEntryPoint(doorkeeper))
        .headers(headers ->
            headers
                .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY))
                .frameOptions(frames -> frames.deny()))
        .build();
  }

  /// The gate stands in the security chain and nowhere else.
  @Bean
  FilterRegistrationBean<SessionGate> gateOnlyInTheChain(SessionGate gate) {
    var registration = new FilterRegistrationBean<>(gate);
    registration.setEnabled(false);
    return registration;
  }

  /// After signing in, a person goes where they wanted to go, if that was a page.
  private static HttpSessionRequestCache onlyPages() {
    var cache = new HttpSessionRequestCache();
    cache.setRequestMatcher(
        request -> request.getMethod().equals("GET") && Browsers.navigates(request));
    return cache;
  }
}
