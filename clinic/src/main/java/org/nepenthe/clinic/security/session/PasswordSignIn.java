package org.nepenthe.clinic.security.session;

import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.security.account.PasswordCheck;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/// Lets people in who know their password. The messages are what the sign-in page shows.
@Component
final class PasswordSignIn implements AuthenticationProvider {
  private final PasswordCheck check;
  private final ClinicTime time;

  PasswordSignIn(PasswordCheck check, ClinicTime time) {
    this.check = check;
    this.time = time;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    var address =
        attempt.getDetails() instanceof WebAuthenticationDetails details
                && details.getRemoteAddress() != null
            ? details.getRemoteAddress()
            : "unknown";
    var password = attempt.getCredentials() instanceof String typed ? typed : "";
    return switch (check.check(attempt.getName(), password, address, PasswordCheck.Occasion.DOOR)) {
      case PasswordCheck.Outcome.Right(var account) ->
          SignedIn.as(account).token(attempt.getDetails());
      case PasswordCheck.Outcome.Wrong _ ->
          throw new BadCredentialsException("The user name or the password is wrong.");
      case PasswordCheck.Outcome.Closed _ ->
          throw new DisabledException("This user is deactivated. Ask an administrator.");
      case PasswordCheck.Outcome.Wait(var until) ->
          throw new LockedException(
              "Too many wrong passwords for this user. Try again at " + time.time(until) + ".");
    };
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
