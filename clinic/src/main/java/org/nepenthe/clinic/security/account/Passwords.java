package org.nepenthe.clinic.security.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// What a password must be, and how it is kept: as a salted bcrypt hash that names its method, so
/// that a later method can take its place one sign-in at a time.
@Component
public final class Passwords {
  static final int SHORTEST = 12;

  /// What bcrypt reads; a longer password would be cut in silence.
  private static final int LONGEST_BYTES = 72;

  private static final Set<String> KNOWN_TO_ALL =
      Set.of(
          "nepenthes-pharmakon",
          "passwordpassword",
          "password1234",
          "123456789012",
          "1234567890123",
          "qwertyuiop12",
          "qwertzuiop12",
          "administrator",
          "letmeinletmein",
          "changemechangeme");

  /// Letters and digits that are not mistaken for one another when read out or copied by hand.
  private static final String LEGIBLE = "abcdefghjkmnpqrstuvwxyz23456789";

  private final SecureRandom random = new SecureRandom();
  private final PasswordEncoder encoder =
      new DelegatingPasswordEncoder(
          "bcrypt", java.util.Map.of("bcrypt", new BCryptPasswordEncoder()));
  private final String hashOfNothing = encoder.encode("no such user");

  public String hash(String password) {
    return encoder.encode(password);
  }

  public boolean matches(String password, Account account) {
    return encoder.matches(password, account.passwordHash());
  }

  /// As slow as a real comparison, so that time does not tell which logins exist.
  public void matchesNobody(String password) {
    encoder.matches(password, hashOfNothing);
  }

  /// What is wrong with a password somebody wants, or empty.
  public Optional<String> complaint(String password, String login) {
    var plain = password.toLowerCase(Locale.ROOT);
    if (password.length() < SHORTEST) {
      return Optional.of("Use at least " + SHORTEST + " characters. A few words are easiest.");
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
      return Optional.of("Use at most " + LONGEST_BYTES + " characters.");
    }
    if (KNOWN_TO_ALL.contains(plain) || plain.chars().distinct().count() < 5) {
      return Optional.of("This one is easily guessed. Use a few words of your own.");
    }
    if (!login.isBlank() && plain.contains(login.strip().toLowerCase(Locale.ROOT))) {
      return Optional.of("Leave your user name out of it.");
    }
    return Optional.empty();
  }

  /// A password to be used once: four groups of four, about 79 bits.
  public String oneTime() {
    var text = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      if (i > 0 && i % 4 == 0) {
        text.append('-');
      }
      text.append(LEGIBLE.charAt(random.nextInt(LEGIBLE.length())));
    }
    return text.toString();
  }
}
