package org.nepenthe.clinic.security.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Optional;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.security.account.Accounts;
import org.nepenthe.clinic.security.account.PasswordCheck;
import org.nepenthe.clinic.security.account.SignInLog;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Locks a session and opens it again with the password of the same person. Another person signs in
/// instead, with a session of their own.
@Controller
final class LockPages {
  /// Where the person wanted to go when the lock stood in the way.
  static final String THEN = "nepenthe.then";

  private static final ResponseEntity<Void> NOTHING = ResponseEntity.noContent().build();

  private final PasswordCheck check;
  private final Accounts accounts;
  private final SignInLog log;
  private final InstantSource clock;
  private final ClinicTime time;

  LockPages(
      PasswordCheck check, Accounts accounts, SignInLog log, InstantSource clock, ClinicTime time) {
    this.check = check;
    this.accounts = accounts;
    this.log = log;
    this.clock = clock;
    this.time = time;
  }

  /// What every request to a locked session is answered with.
  @RequestMapping("/locked")
  String locked(HttpServletRequest request, HttpServletResponse response, Model model) {
    response.setStatus(HttpStatus.LOCKED.value());
    boolean sent = !request.getMethod().equals("GET");
    model.addAttribute(
        "message",
        sent ? "What you sent was not stored: the session was locked. Send it again." : "");
    model.addAttribute("then", sent ? "/" : then(request.getAttribute(THEN)));
    return "security/locked";
  }

  @GetMapping("/unlock")
  String show(Model model) {
    model.addAttribute("message", "");
    model.addAttribute("then", "/");
    return "security/locked";
  }

  @PostMapping("/lock")
  Object lock(HttpServletRequest request) {
    SessionLock.of(request)
        .filter(lock -> !lock.locked())
        .ifPresent(lock -> {
          lock.lock();
          log.write(
              SessionViewers.current().flatMap(person -> accounts.find(person.userId())),
              request.getRemoteAddr(),
              SignInLog.Event.LOCKED);
        });
    return Browsers.navigates(request) ? "redirect:/unlock" : NOTHING;
  }

  @PostMapping("/unlock")
  Object unlock(Form form, HttpServletRequest request, HttpServletResponse response, Model model) {
    var login = SessionViewers.current().map(SignedIn::login).orElse("");
    var refusal =
        refusal(
            check.check(
                login,
                form.value("password"),
                request.getRemoteAddr(),
                PasswordCheck.Occasion.LOCK));
    if (refusal.isEmpty()) {
      SessionLock.of(request).ifPresent(lock -> lock.unlock(clock.instant()));
      return Browsers.navigates(request) ? "redirect:" + then(form.value("then")) : NOTHING;
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("message", refusal.get());
    model.addAttribute("then", then(form.value("then")));
    return Browsers.navigates(request) ? "security/locked" : "security/unlock-message";
  }

  /// Sent by our script while somebody touches or types.
  @PostMapping("/activity")
  ResponseEntity<Void> activity() {
    return NOTHING;
  }

  private Optional<String> refusal(PasswordCheck.Outcome outcome) {
    return switch (outcome) {
      case PasswordCheck.Outcome.Right _ -> Optional.empty();
      case PasswordCheck.Outcome.Wrong _ -> Optional.of("That is not the password.");
      case PasswordCheck.Outcome.Closed _ -> Optional.of("This user is deactivated.");
      case PasswordCheck.Outcome.Wait(var until) ->
          Optional.of("Too many wrong passwords. Try again at " + time.time(until) + ".");
    };
  }

  /// Only a path of ours, so that a made-up link cannot send anybody elsewhere.
  private static String then(Object wanted) {
    return wanted instanceof String path && path.startsWith("/") && !path.startsWith("//")
        ? path
        : "/";
  }
}
