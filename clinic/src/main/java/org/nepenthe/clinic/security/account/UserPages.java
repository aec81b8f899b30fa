package org.nepenthe.clinic.security.account;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nepenthe.care.decision.Role;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.web.ChangedMeanwhile;
import org.nepenthe.clinic.platform.web.Flash;
import org.nepenthe.clinic.security.CurrentActor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where an administrator keeps the clinic's users, and an auditor looks at them.
@Controller
final class UserPages {
  private static final int LINES = 500;

  private final Accounts accounts;
  private final Passwords passwords;
  private final CurrentActor actor;
  private final SignInLog signIns;

  UserPages(Accounts accounts, Passwords passwords, CurrentActor actor, SignInLog signIns) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.actor = actor;
    this.signIns = signIns;
  }

  @GetMapping("/users")
  String list(Model model) {
    model.addAttribute("users", accounts.all());
    return "account/users";
  }

  @GetMapping("/users/sign-ins")
  String signIns(Model model) {
    model.addAttribute("lines", signIns.newest(LINES));
    return "account/sign-ins";
  }

  @GetMapping("/users/new")
  String blank(Model model) {
    return blank(Form.blank(), model);
  }

  @PostMapping("/users/new")
  String create(Form form, Model model, HttpServletResponse response, RedirectAttributes redirect) {
    var login = form.read("login", LoginName::read);
    var name = form.text("name", "Write the person's name.");
    var role = role(form);
    if (form.refused()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return blank(form, model);
    }
    var password = passwords.oneTime();
    try {
      var user =
          new NewAccount(
              login.orElseThrow(),
              name.orElseThrow(),
              role.orElseThrow(),
              passwords.hash(password),
              true,
              false);
      var made = accounts.create(user, form.key().toString(), actor.get());
      handOver(made, password, redirect);
      Flash.done(redirect, made.name() + " can sign in now.");
      return "redirect:/users/" + made.id();
    } catch (LoginTaken _) {
      form.refuse("login", "Somebody has this user name already. Choose another.");
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return blank(form, model);
    }
  }

  @GetMapping("/users/{id}")
  String one(@PathVariable UUID id, Model model) {
    var user = found(id);
    return one(
        user,
        Form.blank()
            .expecting(user.revision())
            .with("name", user.name())
            .with("role", user.role().name()),
        model);
  }

  @PostMapping("/users/{id}")
  String describe(
      @PathVariable UUID id,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var name = form.text("name", "Write the person's name.");
    var role = role(form);
    if (form.refused()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return one(found(id), form, model);
    }
    var change = new AccountChange.Described(name.orElseThrow(), role.orElseThrow());
    return revise(id, form, change, redirect).map(_ -> "redirect:/users/" + id).orElseThrow();
  }

  @PostMapping("/users/{id}/deactivate")
  String deactivate(@PathVariable UUID id, Form form, RedirectAttributes redirect) {
    revise(id, form, new AccountChange.Deactivated(), redirect);
    return "redirect:/users/" + id;
  }

  @PostMapping("/users/{id}/activate")
  String activate(@PathVariable UUID id, Form form, RedirectAttributes redirect) {
    revise(id, form, new AccountChange.Reactivated(), redirect);
    return "redirect:/users/" + id;
  }

  @PostMapping("/users/{id}/reset")
  String reset(@PathVariable UUID id, Form form, RedirectAttributes redirect) {
    var password = passwords.oneTime();
    revise(id, form, new AccountChange.PasswordReset(passwords.hash(password)), redirect)
        .ifPresent(user -> handOver(user, password, redirect));
    return "redirect:/users/" + id;
  }

  private Optional<Account> revise(
      UUID id, Form form, AccountChange change, RedirectAttributes redirect) {
    var before = found(id);
    try {
      int expected = Math.toIntExact(form.version());
      var after = accounts.revise(id, expected, change, form.key().toString(), actor.get());
      Flash.done(redirect, after.name() + ": " + change.words() + ".");
      return Optional.of(after);
    } catch (AccountChanged _) {
      var now = found(id);
      throw new ChangedMeanwhile(
          "The user " + now.name(),
          now.name()
              + ", "
              + now.role().words()
              + ", "
              + (now.active() ? "active" : "deactivated")
              + ".",
          "/users/" + id);
    } catch (LastAdministrator _) {
      Flash.note(redirect, before.name() + " is the last administrator. Make another one first.");
      return Optional.of(before);
    }
  }

  private void handOver(Account user, String password, RedirectAttributes redirect) {
    if (passwords.matches(password, user)) {
      redirect.addFlashAttribute("oneTime", new OneTimePassword(user.login(), password));
    }
  }

  private static String blank(Form form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("roles", roles());
    return "account/new-user";
  }

  private String one(Account user, Form form, Model model) {
    model.addAttribute("user", user);
    model.addAttribute("form", form);
    model.addAttribute("roles", roles());
    model.addAttribute("history", accounts.history(user.id()));
    return "account/user";
  }

  private Account found(UUID id) {
    return accounts.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static Optional<Role> role(Form form) {
    var role = form.choice("role", Role.class, "Choose a role.");
    if (role.equals(Optional.of(Role.SYSTEM))) {
      form.refuse("role", "Choose a role.");
    }
    return role;
  }

  private static Map<String, String> roles() {
    var roles = new LinkedHashMap<String, String>();
    Arrays.stream(Role.values())
        .filter(role -> role != Role.SYSTEM)
        .forEach(role -> roles.put(role.name(), role.words()));
    return roles;
  }
}
