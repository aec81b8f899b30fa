package org.nepenthe.clinic.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nepenthe.care.decision.Role;
import org.springframework.security.core.Authentication;

/// The signed-in person as the session remembers them.
record SignedIn(String userId, String name, Role role) {
  static Optional<SignedIn> in(@Nullable Authentication authentication) {
    return authentication != null && authentication.getPrincipal() instanceof SignedIn person
        ? Optional.of(person)
        : Optional.empty();
  }
}
