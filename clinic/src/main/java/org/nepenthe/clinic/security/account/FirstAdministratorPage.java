package org.nepenthe.clinic.security.account;

import jakarta.servlet.http.HttpServletResponse;
import org.nepenthe.care.decision.Role;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.web.Flash;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The page behind the one-time link.
@Controller
final class FirstAdministratorPage {
  private final FirstAdministrator link;
  private final Accounts accounts;
  private final Passwords passwords;

  FirstAdministratorPage(FirstAdministrator link, Accounts accounts, Passwords passwords) {
    this.link = link;
    this.accounts = accounts;
    this.passwords = passwords;
  }

  @GetMapping("/first-administrator/{token}")
  String show(@PathVariable String token, Model model, HttpServletResponse response) {
    return link.good(token) ? show(Form.blank(), model) : closed(response);
  }

  @PostMapping("/first-administrator/{token}")
  String make(
      @PathVariable String token,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    if (!link.good(token)) {
      return closed(response);
    }
    var login = form.read("login", LoginName::read);
    var name = form.text("name", "Write your name.");
    passwords
        .complaint(form.value("new"), form.value("login"))
        .ifPresent(complaint -> form.refuse("new", complaint));
    if (!form.value("new").equals(form.value("again"))) {
      form.refuse("again", "The two are not the same. Write the password twice.");
    }
    if (form.refused()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(form, model);
    }
    var user =
        new NewAccount(
            login.orElseThrow(),
            name.orElseThrow(),
            Role.ADMINISTRATOR,
            passwords.hash(form.value("new")),
            false,
            false);
    return make(user, form, model, response, redirect);
  }

  private String make(
      NewAccount user,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      if (accounts.createFirstAdministrator(user, form.key().toString()).isEmpty()) {
        return closed(response);
      }
    } catch (LoginTaken _) {
      form.refuse("login", "Somebody has this user name already. Choose another.");
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(form, model);
    }
    Flash.done(redirect, "The first administrator exists. Sign in and add the other users.");
    return "redirect:/login";
  }

  private static String show(Form form, Model model) {
    model.addAttribute("form", form);
    return "account/first-administrator";
  }

  private static String closed(HttpServletResponse response) {
    response.setStatus(HttpStatus.GONE.value());
    return "account/link-closed";
  }
}
