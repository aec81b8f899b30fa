package org.nepenthe.clinic.security.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.web.Flash;
import org.nepenthe.clinic.security.CurrentActor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where everybody changes their own password.
@Controller
final class OwnAccountPage {
  private final Accounts accounts;
  private final Passwords passwords;
  private final PasswordCheck check;
  private final CurrentActor actor;
  private final OwnSession session;

  OwnAccountPage(
      Accounts accounts,
      Passwords passwords,
      PasswordCheck check,
      CurrentActor actor,
      OwnSession session) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.check = check;
    this.actor = actor;
    this.session = session;
  }

  @GetMapping("/account")
  String show(Model model) {
    return show(Form.blank(), model);
  }

  @PostMapping("/account")
  String change(
      Form form,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var account = own();
    var wanted = form.value("new");
    if (!wanted.equals(form.value("again"))) {
      form.refuse("again", "The two are not the same. Write the new password twice.");
    }
    passwords
        .complaint(wanted, account.login())
        .ifPresent(complaint -> form.refuse("new", complaint));
    if (!form.refused()) {
      refuseUnlessRight(form, account, request);
    }
    if (form.refused()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(form, model);
    }
    var changed =
        accounts.revise(
            account.id(),
            account.revision(),
            new AccountChange.PasswordChosen(passwords.hash(wanted)),
            form.key().toString(),
            account.actor());
    session.continueAs(changed, request, response);
    Flash.done(redirect, "Your password is changed. Other sessions of yours have ended.");
    return "redirect:/account";
  }

  private void refuseUnlessRight(Form form, Account account, HttpServletRequest request) {
    var outcome =
        check.check(
            account.login(),
            form.value("current"),
            request.getRemoteAddr(),
            PasswordCheck.Occasion.SIGNATURE);
    switch (outcome) {
      case PasswordCheck.Outcome.Right _ -> {}
      case PasswordCheck.Outcome.Wait _ ->
          form.refuse("current", "Too many wrong passwords. Wait some minutes and try again.");
      case PasswordCheck.Outcome.Wrong _, PasswordCheck.Outcome.Closed _ ->
          form.refuse("current", "This is not your present password.");
    }
  }

  private String show(Form form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("account", own());
    return "account/own";
  }

  private Account own() {
    return accounts.find(UUID.fromString(actor.get().userId())).orElseThrow();
  }
}
