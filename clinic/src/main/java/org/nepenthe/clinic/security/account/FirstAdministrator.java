package org.nepenthe.clinic.security.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// The way in of a new clinic: a link with a random token, printed where the clinic is started,
/// with which one administrator is made. Only its hash is kept; it is good for a day, only the
/// newest one is good, and none is as soon as an administrator exists.
@Service
public class FirstAdministrator {
  static final Duration GOOD_FOR = Duration.ofHours(24);

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final Accounts accounts;
  private final SecureRandom random = new SecureRandom();

  FirstAdministrator(JdbcClient jdbc, InstantSource clock, Accounts accounts) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.accounts = accounts;
  }

  /// A new token, or empty where an administrator exists.
  public Optional<String> offer() {
    if (accounts.anAdministratorExists()) {
      return Optional.empty();
    }
    var bytes = new byte[32];
    random.nextBytes(bytes);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var now = clock.instant();
    jdbc.sql("insert into first_administrator_link values (:hash, :at, :until)")
        .param("hash", hash(token))
        .param("at", now.atOffset(ZoneOffset.UTC))
        .param("until", now.plus(GOOD_FOR).atOffset(ZoneOffset.UTC))
        .update();
    return Optional.of(token);
  }

  /// Whether this token still opens the door.
  public boolean good(String token) {
    return !accounts.anAdministratorExists()
        && jdbc.sql(
                """
                select exists (select 1 from
                  (select * from first_administrator_link order by made_at desc limit 1) newest
                  where token_hash = :hash and expires_at > :now)
                """)
            .param("hash", hash(token))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query(Boolean.class)
            .single();
  }

  private static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
