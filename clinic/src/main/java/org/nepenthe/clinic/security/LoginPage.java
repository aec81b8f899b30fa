package org.nepenthe.clinic.security;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
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
  String show(@RequestParam(required = false) String error, Model model) {
    model.addAttribute("message", error == null ? "" : "The user name or the password is wrong.");
    model.addAttribute("demonstrationPassword", demonstration ? DemonstrationSignIn.PASSWORD : "");
    return "security/login";
  }
}
