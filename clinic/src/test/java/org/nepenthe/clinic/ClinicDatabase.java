package org.nepenthe.clinic;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.nepenthe.clinic.platform.postgres.EmbeddedPostgres;
import org.nepenthe.clinic.platform.postgres.PostgresAccess;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A migrated database of the test's own, on the one embedded PostgreSQL of the test JVM.
///
/// A test of a store makes one in a static field: `static final ClinicDatabase DATABASE =
/// ClinicDatabase.fresh();`. A test of the running clinic is marked `@ClinicTest`.
public record ClinicDatabase(PostgresAccess access) {

  /// The server starts with the first database and stops with the JVM. What a killed JVM left
  /// behind is stopped at the next start, and its databases are dropped.
  private static final class Server {
    private static final EmbeddedPostgres POSTGRES = start();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static EmbeddedPostgres start() {
      var server = EmbeddedPostgres.start(Path.of("target", "test-home").toAbsolutePath(), _ -> {});
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      dropOlder(new ClinicDatabase(server.access()));
      return server;
    }

    private static void dropOlder(ClinicDatabase database) {
      var owner = JdbcClient.create(database.owner());
      owner
          .sql("select datname from pg_database where datname like 'test!_%' escape '!'")
          .query(String.class)
          .list()
          .forEach(name -> owner.sql("drop database " + name).update());
    }
  }

  public static ClinicDatabase fresh() {
    var database = empty();
    database.migrate();
    return database;
  }

  /// One without tables, for tests of the migrations themselves.
  public static ClinicDatabase empty() {
    String name = "test_" + Server.NUMBER.incrementAndGet();
    return new ClinicDatabase(Server.POSTGRES.createDatabase(name));
  }

  public void migrate() {
    Flyway.configure()
        .dataSource(access.jdbcUrl(), access.owner().role(), access.owner().password())
        .placeholders(Map.of("app_role", access.application().role()))
        .load()
        .migrate();
  }

  /// Connections with the rights the running clinic has.
  public DataSource application() {
    return dataSource(access.application());
  }

  /// Connections with the rights of whoever holds the server, for tests that tamper.
  public DataSource owner() {
    return dataSource(access.owner());
  }

  public JdbcClient jdbc() {
    return JdbcClient.create(application());
  }

  private DataSource dataSource(PostgresAccess.Login login) {
    return new DriverManagerDataSource(access.jdbcUrl(), login.role(), login.password());
  }

  /// Gives each Spring context a database and a home of its own.
  public static final class OfTheContext
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      var access = ClinicDatabase.empty().access();
      TestPropertyValues.of(
              Map.of(
                  "spring.datasource.url", access.jdbcUrl(),
                  "spring.datasource.username", access.application().role(),
                  "spring.datasource.password", access.application().password(),
                  "spring.flyway.url", access.jdbcUrl(),
                  "spring.flyway.user", access.owner().role(),
                  "spring.flyway.password", access.owner().password(),
                  "nepenthe.home",
                      Path.of("target", "test-homes", nameIn(access.jdbcUrl()))
                          .toAbsolutePath()
                          .toString()))
          .applyTo(context);
    }

    private static String nameIn(String url) {
      return url.substring(url.lastIndexOf('/') + 1).replaceFirst("\\?.*", "");
    }
  }
}
