package org.nepenthe.clinic.security;

import java.util.List;
import java.util.Locale;
import org.nepenthe.care.decision.Role;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/// One user for each role of the demonstration, all with the same published password.
@Component
@Profile("demonstration")
final class DemonstrationSignIn implements AuthenticationProvider {
  static final String PASSWORD = "nepenthes-pharmakon";

  @Override
  public Authentication authenticate(Authentication attempt) {
    for (var role : Role.values()) {
      var login = role.name().toLowerCase(Locale.ROOT).replace("_", "");
      if (role != Role.SYSTEM
          && login.equals(attempt.getName())
          && PASSWORD.equals(attempt.getCredentials())) {
        var name = "Demo " + role.words();
        return UsernamePasswordAuthenticationToken.authenticated(
            new SignedIn(login, name, role), null, List.of());
      }
    }
    throw new BadCredentialsException("unknown");
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
