package org.nepenthe.clinic.security.session;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.nepenthe.clinic.security.account.Account;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/// The signed-in person. The session remembers who they are and with which password they came in;
/// name and role are read anew for every request.
record SignedIn(UUID userId, String login, String name, Role role, int passwordSetIn)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  static SignedIn as(Account account) {
    return new SignedIn(
        account.id(), account.login(), account.name(), account.role(), account.passwordSetIn());
  }

  static Optional<SignedIn> in(@Nullable Authentication authentication) {
    return authentication != null && authentication.getPrincipal() instanceof SignedIn person
        ? Optional.of(person)
        : Optional.empty();
  }

  /// Roles stand in the access table, so the token carries no authorities.
  Authentication token(@Nullable Object details) {
    var token = UsernamePasswordAuthenticationToken.authenticated(this, null, List.of());
    token.setDetails(details);
    return token;
  }

  Actor actor() {
    return new Actor(userId.toString(), name, role);
  }

  /// Only who: nothing else of a person belongs in a log.
  @Override
  public String toString() {
    return userId.toString();
  }
}
