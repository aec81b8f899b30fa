package org.nepenthe.clinic.security.account;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who came in, who was refused, and from where. A login that belongs to nobody is not kept: people
/// type their password there.
@Repository
public class SignInLog {
  private final JdbcClient jdbc;
  private final InstantSource clock;

  SignInLog(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// What happened at the door.
  public enum Event {
    SIGNED_IN("signed in"),
    REFUSED("refused"),
    TOO_MANY_ATTEMPTS("refused after too many attempts"),
    SIGNED_OUT("signed out"),
    LOCKED("locked"),
    UNLOCKED("unlocked"),
    SIGNED("gave the password for a signature"),
    SIGNATURE_REFUSED("wrong password for a signature");

    private final String words;

    Event(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /// One line; the name is empty where the user is not known.
  public record Line(Instant at, String name, String login, String address, Event event) {}

  public void write(Optional<Account> account, String address, Event event) {
    jdbc.sql(
            """
            insert into sign_in_event (happened_at, user_id, address, event)
            values (:at, :user, :address, :event)
            """)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("user", account.map(Account::id).orElse(null))
        .param("address", address)
        .param("event", event.name())
        .update();
  }

  /// The newest lines first.
  public List<Line> newest(int number) {
    return jdbc.sql(
            """
            select e.happened_at, e.address, e.event, coalesce(u.name, '') as name,
              coalesce(u.login, '') as login
            from sign_in_event e left join user_now u on u.user_id = e.user_id
            order by e.position desc limit :number
            """)
        .param("number", number)
        .query((row, _) ->
            new Line(
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getString("name"),
                row.getString("login"),
                row.getString("address"),
                Event.valueOf(row.getString("event"))))
        .list();
  }
}
