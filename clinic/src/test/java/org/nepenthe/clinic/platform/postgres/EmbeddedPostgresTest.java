package org.nepenthe.clinic.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nepenthe.clinic.platform.postgres.PostgresAccess.Login;

class EmbeddedPostgresTest {
  /// Unpacked once for all tests; what unpacking does has a test of its own.
  private static final Path PROGRAMS = Path.of("target", "postgres-programs").toAbsolutePath();

  @TempDir Path home;

  @Test
  void keepsItsDataAcrossARestart() throws Exception {
    try (var server = start(home)) {
      execute(server, server.access().owner(), "CREATE TABLE kept (word text)");
      execute(server, server.access().owner(), "INSERT INTO kept VALUES ('nepenthes')");
    }
    try (var server = start(home)) {
      assertThat(query(server, server.access().owner(), "SELECT word FROM kept"))
          .isEqualTo("nepenthes");
    }
  }

  @Test
  void keepsItsPortWhereThatIsFree() {
    String first;
    try (var server = start(home)) {
      first = server.access().jdbcUrl();
    }
    try (var server = start(home)) {
      assertThat(server.access().jdbcUrl()).isEqualTo(first);
    }
  }

  @Test
  void oneServerAnswersEveryQuestionAboutSafety() throws Exception {
    try (var server = start(home)) {
      writesToDiskBeforeItAcknowledges(server);
      storesTextTheSameOnEveryMachine(server);
      listensOnTheLoopbackAddressOnly(server);
      asksForThePassword(server);
      givesTheApplicationNothingByItself(server);
      keepsPasswordsFromOtherAccounts();
      isFoundByACommandThatOnlyVisits(server);
      refusesASecondUseOfTheHome();
    }
    assertThat(EmbeddedPostgres.heldByAnother(home)).isEmpty();
  }

  private void writesToDiskBeforeItAcknowledges(EmbeddedPostgres server) throws SQLException {
    for (String setting :
        List.of("fsync", "full_page_writes", "synchronous_commit", "data_checksums")) {
      assertThat(query(server, server.superuser(), "SHOW " + setting)).as(setting).isEqualTo("on");
    }
  }

  private void storesTextTheSameOnEveryMachine(EmbeddedPostgres server) throws SQLException {
    assertThat(
            query(
                server,
                server.superuser(),
                "SELECT pg_encoding_to_char(encoding) || ' ' || datlocprovider::text || ' ' || datlocale"
                    + " FROM pg_database WHERE datname = 'nepenthe'"))
        .isEqualTo("UTF8 b C.UTF-8");
    assertThat(query(server, server.superuser(), "SHOW server_version"))
        .as("18.6.0 of the library is 18.6 of PostgreSQL")
        .isEqualTo(PostgresBinaries.VERSION.replaceFirst("\\.0$", ""));
  }

  /// `/proc/net/tcp` states addresses and ports in hexadecimal, 0A is the state of listening, and
  /// 0100007F is 127.0.0.1.
  private void listensOnTheLoopbackAddressOnly(EmbeddedPostgres server) throws Exception {
    String port = String.format(":%04X", server.port());
    List<String> listening = new ArrayList<>();
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      if (Files.exists(Path.of(table))) {
        Files.readAllLines(Path.of(table)).stream()
            .map(line -> line.strip().split("\\s+"))
            .filter(columns -> columns[1].endsWith(port) && columns[3].equals("0A"))
            .forEach(columns -> listening.add(columns[1]));
      }
    }
    assertThat(listening).containsExactly("0100007F" + port);
    assertThat(query(server, server.superuser(), "SHOW unix_socket_directories")).isEmpty();
  }

  private void asksForThePassword(EmbeddedPostgres server) {
    for (Login login :
        List.of(server.superuser(), server.access().owner(), server.access().application())) {
      assertThatThrownBy(() -> connect(server, new Login(login.role(), "wrong")).close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  private void givesTheApplicationNothingByItself(EmbeddedPostgres server) throws SQLException {
    Login application = server.access().application();
    execute(server, server.access().owner(), "CREATE TABLE owned (word text)");
    for (String forbidden :
        List.of(
            "CREATE TABLE mine (word text)",
            "CREATE TEMPORARY TABLE mine (word text)",
            "CREATE SCHEMA mine",
            "SELECT * FROM owned",
            "INSERT INTO owned VALUES ('x')",
            "DROP TABLE owned")) {
      assertThatThrownBy(() -> execute(server, application, forbidden))
          .as(forbidden)
          .isInstanceOf(SQLException.class)
          .extracting(e -> ((SQLException) e).getSQLState())
          .as("insufficient_privilege in PostgreSQL's table of error codes")
          .isEqualTo("42501");
    }
    execute(server, server.access().owner(), "GRANT INSERT ON owned TO nepenthe_app");
    execute(server, application, "INSERT INTO owned VALUES ('x')");
  }

  private void keepsPasswordsFromOtherAccounts() throws IOException {
    for (String role : List.of("superuser", "nepenthe_owner", "nepenthe_app")) {
      Path file = home.resolve("postgres").resolve(role + ".password");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  private void isFoundByACommandThatOnlyVisits(EmbeddedPostgres server) {
    assertThat(EmbeddedPostgres.heldByAnother(home)).contains(server.access());
  }

  private void refusesASecondUseOfTheHome() {
    assertThatThrownBy(() -> start(home))
        .isInstanceOf(PostgresUnavailable.class)
        .hasMessageContaining("is in use by process " + ProcessHandle.current().pid());
  }

  @Test
  void refusesASecondProcessAndRecoversWhatAKilledOneLeft() throws Exception {
    try (var first = ServerInAnotherProcess.on(home, PROGRAMS)) {
      assertThat(first.firstLine()).isEqualTo(ServerInAnotherProcess.READY);
      assertThatThrownBy(() -> start(home))
          .isInstanceOf(PostgresUnavailable.class)
          .hasMessageContaining("is in use by process")
          .hasMessageContaining("--home");
    }
    long orphan = PostgresFolder.in(home).runningServer().orElseThrow();
    try (var server = start(home)) {
      assertThat(query(server, server.access().owner(), "SELECT word FROM kept"))
          .isEqualTo("acknowledged");
      assertThat(PostgresFolder.in(home).runningServer().orElseThrow()).isNotEqualTo(orphan);
    }
    assertThat(EmbeddedPostgres.heldByAnother(home)).isEmpty();
  }

  @Test
  void aProcessNumberInUseBySomethingElseIsNoServer() throws Exception {
    Path file = Files.createDirectories(home.resolve("postgres/data")).resolve("postmaster.pid");
    Files.writeString(file, ProcessHandle.current().pid() + "\n");
    assertThat(PostgresFolder.in(home).runningServer()).isEmpty();
  }

  @Test
  void leavesDataOfAnotherMajorVersionUntouched() throws Exception {
    Path data = Files.createDirectories(home.resolve("postgres/data"));
    Files.writeString(data.resolve("PG_VERSION"), "17\n");
    assertThatThrownBy(() -> start(home))
        .isInstanceOf(PostgresUnavailable.class)
        .hasMessageContaining("belong to PostgreSQL 17")
        .hasMessageContaining("brings PostgreSQL 18");
    try (var files = Files.list(home.resolve("postgres"))) {
      assertThat(files).containsExactly(data);
    }
    try (var files = Files.list(data)) {
      assertThat(files).containsExactly(data.resolve("PG_VERSION"));
    }
  }

  @Test
  void saysSoWhenThePasswordOfExistingDataIsGone() throws Exception {
    start(home).close();
    Files.delete(home.resolve("postgres/superuser.password"));
    assertThatThrownBy(() -> start(home))
        .isInstanceOf(PostgresUnavailable.class)
        .hasMessageContaining("superuser.password is missing");
  }

  @Test
  void anInitialisationCutShortIsBegunAgain() throws Exception {
    Path halfMade = Files.createDirectories(home.resolve("postgres/data.new/base"));
    Files.writeString(halfMade.resolve("1"), "half");
    try (var server = start(home)) {
      assertThat(query(server, server.access().owner(), "SELECT 1")).isEqualTo("1");
    }
    assertThat(home.resolve("postgres/data.new")).doesNotExist();
  }

  @Nested
  class Accounts {
    @ParameterizedTest
    @EnumSource
    void theServerRunsUnderEachAccountThatWorksHere(ServerAccount account) throws Exception {
      assumeTrue(account.isUsable(), account + " cannot be used on this machine");
      Path open = Files.createTempDirectory("nepenthe-account-test");
      try {
        PostgresBinaries.permit(open, "rwxr-xr-x");
        List<String> told = new ArrayList<>();
        try (var server = EmbeddedPostgres.start(open, Optional.empty(), account, told::add)) {
          assertThat(query(server, server.access().application(), "SELECT 1")).isEqualTo("1");
          assertThat(told).singleElement().asString().contains("Unpacking PostgreSQL 18.6.0");
        }
        EmbeddedPostgres.start(open, Optional.empty(), account, told::add).close();
        assertThat(told).as("unpacked once").hasSize(1);
      } finally {
        PostgresBinaries.deleteTree(open);
      }
    }

    @Test
    void nobodyIsNotLetIntoAPrivateHome() throws Exception {
      assumeTrue(ServerAccount.NOBODY.isUsable(), "only root can become nobody");
      PostgresBinaries.permit(home, "rwx------");
      assertThatThrownBy(() ->
              EmbeddedPostgres.start(home, Optional.of(PROGRAMS), ServerAccount.NOBODY, _ -> {}))
          .isInstanceOf(PostgresUnavailable.class)
          .hasMessageContaining("--home /var/lib/nepenthe");
    }
  }

  @Test
  void otherSystemsAreToldToBringTheirOwnServer() {
    assertThat(PostgresBinaries.archiveName("Linux", "amd64"))
        .isEqualTo("/postgres-linux-x86_64.txz");
    assertThat(PostgresBinaries.archiveName("Linux", "aarch64"))
        .isEqualTo("/postgres-linux-arm_64.txz");
    assertThatThrownBy(() -> PostgresBinaries.archiveName("Mac OS X", "aarch64"))
        .isInstanceOf(PostgresUnavailable.class)
        .hasMessageContaining("SPRING_DATASOURCE_URL");
  }

  @Test
  void passwordsDoNotShowInText() {
    assertThat(new PostgresAccess("url", new Login("o", "secret"), new Login("a", "secret")))
        .asString()
        .doesNotContain("secret");
  }

  private static EmbeddedPostgres start(Path home) {
    return EmbeddedPostgres.start(home, Optional.of(PROGRAMS), ServerAccount.choose(), _ -> {});
  }

  private static Connection connect(EmbeddedPostgres server, Login login) throws SQLException {
    return DriverManager.getConnection(server.access().jdbcUrl(), login.role(), login.password());
  }

  private static void execute(EmbeddedPostgres server, Login login, String sql)
      throws SQLException {
    try (var connection = connect(server, login);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(EmbeddedPostgres server, Login login, String sql)
      throws SQLException {
    try (var connection = connect(server, login);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
