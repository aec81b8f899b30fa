package org.nepenthe.clinic.security.session;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nepenthe.care.decision.Role;
import org.nepenthe.clinic.platform.web.PlainErrors;
import org.nepenthe.clinic.platform.web.Section;
import org.nepenthe.clinic.security.AccessRules;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/// Asks the access table about each request, and says who may where the answer is no.
@Component
final class PathAccess
    implements AuthorizationManager<RequestAuthorizationContext>, AccessDeniedHandler {

  @Override
  public AuthorizationResult authorize(
      Supplier<? extends @Nullable Authentication> authentication,
      RequestAuthorizationContext context) {
    var request = context.getRequest();
    if (request.getDispatcherType() != DispatcherType.REQUEST) {
      return new AuthorizationDecision(true);
    }
    var access = AccessRules.forRequest(request.getMethod(), path(request));
    return new AuthorizationDecision(
        access
            .map(rule ->
                switch (rule) {
                  case AccessRules.Access.Anybody _ -> true;
                  case AccessRules.Access.Only only ->
                      SignedIn.in(authentication.get())
                          .map(person -> only.allows(person.role()))
                          .orElse(false);
                })
            .orElse(false));
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    var access = AccessRules.forRequest(request.getMethod(), path(request));
    if (access.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    // Today is not for administrators: to them the first page is their users.
    if (path(request).equals("/") && !(denied instanceof CsrfException)) {
      response.sendRedirect(Section.USERS.path());
      return;
    }
    if (!(denied instanceof CsrfException)) {
      request.setAttribute(PlainErrors.WHO_MAY, whoMay(access.get()));
    }
    response.sendError(HttpServletResponse.SC_FORBIDDEN);
  }

  private static String whoMay(AccessRules.Access access) {
    return switch (access) {
      case AccessRules.Access.Anybody _ -> "Everybody may do this.";
      case AccessRules.Access.Only(var roles) ->
          "This is for: " + roles.stream().map(Role::words).collect(Collectors.joining(", ")) + ".";
    };
  }

  private static String path(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }
}
