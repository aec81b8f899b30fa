package org.nepenthe.clinic.security.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.nepenthe.clinic.security.account.DemonstrationUsers;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The way in.
@Controller
final class LoginPage {
  private final boolean demonstration;

  LoginPage(Environment environment) {
    this.demonstration = environment.acceptsProfiles(Profiles.of("demonstration"));
  }

  @GetMapping("/login")
  String show(
      @RequestParam(required = false) String ended, HttpServletRequest request, Model model) {
    model.addAttribute("message", message(request));
    model.addAttribute("ended", ended != null);
    model.addAttribute("people", demonstration ? DemonstrationUsers.PEOPLE : List.of());
    model.addAttribute("password", demonstration ? DemonstrationUsers.PASSWORD : "");
    return "security/login";
  }

  /// Why the last attempt failed; said once.
  private static String message(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null
        || !(session.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION)
            instanceof AuthenticationException refusal)) {
      return "";
    }
    session.removeAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
    var message = refusal.getMessage();
    return message == null ? "" : message;
  }
}
