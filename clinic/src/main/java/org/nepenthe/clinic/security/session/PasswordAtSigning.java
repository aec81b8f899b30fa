package org.nepenthe.clinic.security.session;

import java.util.UUID;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.security.SigningPassword;
import org.nepenthe.clinic.security.account.Account;
import org.nepenthe.clinic.security.account.Accounts;
import org.nepenthe.clinic.security.account.PasswordCheck;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Asks for the password again, with the counting of the door.
@Component
final class PasswordAtSigning implements SigningPassword {
  private final PasswordCheck check;
  private final Accounts accounts;
  private final ClinicTime time;

  PasswordAtSigning(PasswordCheck check, Accounts accounts, ClinicTime time) {
    this.check = check;
    this.accounts = accounts;
    this.time = time;
  }

  @Override
  public Outcome verify(Actor signer, String password) {
    return accounts
        .find(UUID.fromString(signer.userId()))
        .map(Account::login)
        .map(login -> verifyOther(login, password))
        .orElseGet(() -> new Outcome.Refused("This user does not exist."));
  }

  @Override
  public Outcome verifyOther(String login, String password) {
    if (password.isEmpty()) {
      return new Outcome.Refused("Enter the password.");
    }
    return switch (check.check(login, password, address(), PasswordCheck.Occasion.SIGNATURE)) {
      case PasswordCheck.Outcome.Right(var account) -> new Outcome.Accepted(account.actor());
      case PasswordCheck.Outcome.Wrong _ -> new Outcome.Refused("That is not the password.");
      case PasswordCheck.Outcome.Closed _ -> new Outcome.Refused("This user is deactivated.");
      case PasswordCheck.Outcome.Wait(var until) ->
          new Outcome.Refused("Too many wrong passwords. Try again at " + time.time(until) + ".");
    };
  }

  private static String address() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
        ? request.getRequest().getRemoteAddr()
        : "unknown";
  }
}
