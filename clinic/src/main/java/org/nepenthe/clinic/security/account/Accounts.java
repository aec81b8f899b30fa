package org.nepenthe.clinic.security.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Every user there is or was. A change is a new revision; the older ones stay.
@Repository
public class Accounts {
  /// Serialises whatever must not happen twice at once: making the first administrator, and taking
  /// away the last one.
  private static final long ADMINISTRATOR_LOCK = 0x4e65_7065_6e74_6865L;

  private final JdbcClient jdbc;
  private final InstantSource clock;

  Accounts(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public Optional<Account> find(UUID id) {
    return jdbc.sql("select * from user_now where user_id = :id")
        .param("id", id)
        .query(Accounts::account)
        .optional();
  }

  public Optional<Account> findByLogin(String login) {
    return jdbc.sql("select * from user_now where login = :login")
        .param("login", normal(login))
        .query(Accounts::account)
        .optional();
  }

  public List<Account> all() {
    return jdbc.sql("select * from user_now order by active desc, lower(name), login")
        .query(Accounts::account)
        .list();
  }

  public List<AccountRevision> history(UUID id) {
    return jdbc.sql(
            """
            select revision, name, role, active, change, recorded_at, recorded_by_name
            from user_revision where user_id = :id order by revision desc
            """)
        .param("id", id)
        .query((row, _) ->
            new AccountRevision(
                row.getInt("revision"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getBoolean("active"),
                row.getString("change"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by_name")))
        .list();
  }

  /// True where somebody can sign in here and keep users; an administrator of the demonstration
  /// does not count.
  public boolean anAdministratorExists() {
    return jdbc.sql(
            """
            select exists (select 1 from user_now
              where role = 'ADMINISTRATOR' and active and not demonstration)
            """)
        .query(Boolean.class)
        .single();
  }

  /// A new user.
  ///
  /// @param key the same for a form sent twice, which then makes one user
  /// @throws LoginTaken where somebody has this login
  @Transactional
  public Account create(NewAccount user, String key, Actor by) {
    var done = doneWith(key);
    if (done.isPresent()) {
      return done.get();
    }
    var id = UUID.randomUUID();
    try {
      jdbc.sql("insert into user_account values (:id, :login, :demonstration, :at)")
          .param("id", id)
          .param("login", normal(user.login()))
          .param("demonstration", user.demonstration())
          .param("at", now())
          .update();
    } catch (DuplicateKeyException _) {
      throw new LoginTaken();
    }
    var account =
        new Account(
            id,
            normal(user.login()),
            user.name(),
            user.role(),
            true,
            user.demonstration(),
            user.passwordHash(),
            user.mustChangePassword(),
            1,
            1);
    append(account, "created", key, by);
    return account;
  }

  /// A new administrator where there is none.
  ///
  /// @return empty where one exists by now: nothing was made
  @Transactional
  public Optional<Account> createFirstAdministrator(NewAccount user, String key) {
    lockAdministrators();
    if (anAdministratorExists()) {
      return Optional.empty();
    }
    return Optional.of(create(user, key, new Actor("system", "one-time link", Role.SYSTEM)));
  }

  /// Writes the next revision of a user.
  ///
  /// @param expected the revision the writer saw
  /// @throws AccountChanged where it is no longer the newest
  /// @throws LastAdministrator where nobody would be left to keep users
  @Transactional
  public Account revise(UUID id, int expected, AccountChange change, String key, Actor by) {
    var done = doneWith(key);
    if (done.isPresent()) {
      return done.get();
    }
    lockAdministrators();
    var before = find(id).orElseThrow(AccountChanged::new);
    if (before.revision() != expected) {
      throw new AccountChanged();
    }
    var after = change.of(before);
    boolean administered = anAdministratorExists();
    append(after, change.words(), key, by);
    if (administered && !anAdministratorExists()) {
      throw new LastAdministrator();
    }
    return after;
  }

  private Optional<Account> doneWith(String key) {
    return jdbc.sql("select user_id from user_revision where command_key = :key")
        .param("key", key)
        .query(UUID.class)
        .optional()
        .flatMap(this::find);
  }

  private void append(Account account, String change, String key, Actor by) {
    try {
      jdbc.sql(
              """
              insert into user_revision (user_id, revision, name, role, active, password_hash,
                password_set_in, must_change_password, change, command_key,
                recorded_at, recorded_by, recorded_by_name)
              values (:id, :revision, :name, :role, :active, :hash, :setIn, :must, :change, :key,
                :at, :by, :byName)
              """)
          .param("id", account.id())
          .param("revision", account.revision())
          .param("name", account.name())
          .param("role", account.role().name())
          .param("active", account.active())
          .param("hash", account.passwordHash())
          .param("setIn", account.passwordSetIn())
          .param("must", account.mustChangePassword())
          .param("change", change)
          .param("key", key)
          .param("at", now())
          .param("by", by.userId())
          .param("byName", by.name())
          .update();
    } catch (DuplicateKeyException _) {
      throw new AccountChanged();
    }
  }

  private void lockAdministrators() {
    jdbc.sql("select pg_advisory_xact_lock(:key)")
        .param("key", ADMINISTRATOR_LOCK)
        .query((_, _) -> true)
        .single();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static String normal(String login) {
    return login.strip().toLowerCase(Locale.ROOT);
  }

  private static Account account(ResultSet row, int number) throws SQLException {
    return new Account(
        row.getObject("user_id", UUID.class),
        row.getString("login"),
        row.getString("name"),
        Role.valueOf(row.getString("role")),
        row.getBoolean("active"),
        row.getBoolean("demonstration"),
        row.getString("password_hash"),
        row.getBoolean("must_change_password"),
        row.getInt("revision"),
        row.getInt("password_set_in"));
  }
}
