package org.nepenthe.clinic.security.account;

import java.time.Instant;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Service;

/// Asks whether a person is who they say, and counts the wrong answers. Used at the door, at the
/// lock and at each signature.
@Service
public class PasswordCheck {
  private final Accounts accounts;
  private final Passwords passwords;
  private final Attempts attempts;
  private final SignInLog log;
  private final boolean demonstration;

  PasswordCheck(
      Accounts accounts,
      Passwords passwords,
      Attempts attempts,
      SignInLog log,
      Environment environment) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.attempts = attempts;
    this.log = log;
    this.demonstration = environment.acceptsProfiles(Profiles.of("demonstration"));
  }

  /// What came of it.
  public sealed interface Outcome {
    record Right(Account account) implements Outcome {}

    record Wrong() implements Outcome {}

    /// The password was right, and the user may not come in any more.
    record Closed() implements Outcome {}

    record Wait(Instant until) implements Outcome {}
  }

  /// What the right and the wrong answer are called in the sign-in log.
  public record Occasion(SignInLog.Event right, SignInLog.Event wrong) {
    public static final Occasion DOOR =
        new Occasion(SignInLog.Event.SIGNED_IN, SignInLog.Event.REFUSED);
    public static final Occasion LOCK =
        new Occasion(SignInLog.Event.UNLOCKED, SignInLog.Event.REFUSED);
    public static final Occasion SIGNATURE =
        new Occasion(SignInLog.Event.SIGNED, SignInLog.Event.SIGNATURE_REFUSED);
  }

  public Outcome check(String login, String password, String address, Occasion occasion) {
    var account = accounts.findByLogin(login);
    var user = account.map(known -> known.id().toString()).orElse(login);
    var wait = attempts.waitUntil(user, address);
    if (wait.isPresent()) {
      log.write(account, address, SignInLog.Event.TOO_MANY_ATTEMPTS);
      return new Outcome.Wait(wait.get());
    }
    if (account.isEmpty()) {
      passwords.matchesNobody(password);
    }
    var right = account.filter(known -> passwords.matches(password, known));
    if (right.isEmpty()) {
      attempts.failed(user, address);
      log.write(account, address, occasion.wrong());
      return new Outcome.Wrong();
    }
    attempts.succeeded(user, address);
    if (!mayComeIn(right.get())) {
      log.write(account, address, SignInLog.Event.REFUSED);
      return new Outcome.Closed();
    }
    log.write(account, address, occasion.right());
    return new Outcome.Right(right.get());
  }

  /// False for a deactivated user, and outside of the demonstration for the demonstration's users,
  /// whose password everybody knows.
  public boolean mayComeIn(Account account) {
    return account.active() && (demonstration || !account.demonstration());
  }
}
