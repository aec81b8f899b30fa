package org.nepenthe.clinic.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.nepenthe.clinic.platform.postgres.PostgresAccess.Login;
import org.nepenthe.clinic.platform.postgres.ServerAccount.Outcome;

/// A PostgreSQL of the clinic's own, its data under a home folder. It listens on the loopback
/// address only, asks everybody for a password, and writes to disk before it acknowledges.
///
/// The server outlives a killed clinic. The next start on the same home stops it and goes on with
/// its data; a second clinic on the same home at the same time is refused.
public final class EmbeddedPostgres implements AutoCloseable {
  /// Where the clinic's tables are.
  public static final String DATABASE = "nepenthe";

  /// Owns the schema and migrates it; does not work in it.
  public static final String OWNER = "nepenthe_owner";

  /// Works in the schema with what the migrations grant, and nothing else.
  public static final String APPLICATION = "nepenthe_app";

  private static final String SUPERUSER = "postgres";
  private static final int START_ATTEMPTS = 3;

  /// `terse` keeps the values of a refused row, which may be a patient's, out of the server's log.
  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "fsync=on",
          "full_page_writes=on",
          "synchronous_commit=on",
          "password_encryption=scram-sha-256",
          "io_method=sync",
          "shared_buffers=64MB",
          "max_connections=60",
          "timezone=UTC",
          "log_timezone=UTC",
          "log_error_verbosity=terse");

  private final HomeLock lock;
  private final PostgresFolder folder;
  private final PostgresBinaries binaries;
  private final ServerAccount account;
  private final int port;
  private final Login superuser;
  private final Login owner;
  private final Login application;

  private EmbeddedPostgres(
      HomeLock lock, PostgresFolder folder, PostgresBinaries binaries, ServerAccount account)
      throws IOException {
    this.lock = lock;
    this.folder = folder;
    this.binaries = binaries;
    this.account = account;
    stopServerLeftBehind();
    initialise();
    this.superuser = new Login(SUPERUSER, Files.readString(folder.superuserPassword()).strip());
    this.owner = new Login(OWNER, folder.passwordOf(OWNER));
    this.application = new Login(APPLICATION, folder.passwordOf(APPLICATION));
    this.port = startServer();
    boolean complete = false;
    try {
      createRolesAndDatabase();
      complete = true;
    } finally {
      if (!complete) {
        stopServer();
      }
    }
  }

  /// Whether the account the server would run under can reach the home.
  public static boolean canLiveIn(Path home) {
    try {
      ServerAccount account = ServerAccount.choose();
      createHome(home, account);
      return account.reaches(home);
    } catch (IOException e) {
      throw new PostgresUnavailable(
          "The home " + home + " cannot be made: " + PostgresUnavailable.reason(e) + ".", e);
    }
  }

  private static void createHome(Path home, ServerAccount account) throws IOException {
    if (!Files.isDirectory(home)) {
      Files.createDirectories(home);
      PostgresBinaries.permit(home, account == ServerAccount.NOBODY ? "rwx--x--x" : "rwx------");
    }
  }

  /// Starts the server of a home, making what is missing there. `progress` is told about what takes
  /// seconds.
  public static EmbeddedPostgres start(Path home, Consumer<String> progress) {
    return start(home, Optional.empty(), ServerAccount.choose(), progress);
  }

  /// As above with the server's programs in a folder that several homes share.
  static EmbeddedPostgres start(
      Path home, Optional<Path> programs, ServerAccount account, Consumer<String> progress) {
    try {
      createHome(home, account);
      Path real = home.toRealPath();
      HomeLock lock =
          HomeLock.tryTake(real)
              .orElseThrow(() ->
                  new PostgresUnavailable(
                      "The home "
                          + real
                          + " is in use by "
                          + HomeLock.holder(real)
                          + ": stop it first, or choose another folder with --home."));
      return startHolding(lock, real, programs, account, progress);
    } catch (IOException e) {
      throw new PostgresUnavailable(
          "PostgreSQL cannot be started in " + home + ": " + PostgresUnavailable.reason(e) + ".",
          e);
    }
  }

  private static EmbeddedPostgres startHolding(
      HomeLock lock,
      Path home,
      Optional<Path> programs,
      ServerAccount account,
      Consumer<String> progress)
      throws IOException {
    boolean started = false;
    try {
      PostgresFolder folder = PostgresFolder.in(home);
      folder.requireReadableData();
      folder.prepare(account);
      PostgresBinaries binaries =
          PostgresBinaries.unpackedIn(programs.orElse(folder.root()), progress);
      EmbeddedPostgres server = new EmbeddedPostgres(lock, folder, binaries, account);
      started = true;
      return server;
    } finally {
      if (!started) {
        lock.close();
      }
    }
  }

  /// The server of the process that holds this home, if one does: for commands that only visit.
  public static Optional<PostgresAccess> heldByAnother(Path home) {
    try {
      if (!Files.isDirectory(home)) {
        return Optional.empty();
      }
      Path real = home.toRealPath();
      Optional<HomeLock> free = HomeLock.tryTake(real);
      free.ifPresent(HomeLock::close);
      return free.isPresent() ? Optional.empty() : accessToRunning(PostgresFolder.in(real));
    } catch (IOException e) {
      throw new PostgresUnavailable(
          "Cannot read the home " + home + ": " + PostgresUnavailable.reason(e) + ".", e);
    }
  }

  private static Optional<PostgresAccess> accessToRunning(PostgresFolder folder)
      throws IOException {
    Optional<Integer> port = folder.port();
    if (port.isEmpty() || folder.runningServer().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PostgresAccess(
            url(port.orElseThrow(), DATABASE),
            new Login(OWNER, folder.passwordOf(OWNER)),
            new Login(APPLICATION, folder.passwordOf(APPLICATION))));
  }

  /// The clinic's database.
  public PostgresAccess access() {
    return accessTo(DATABASE);
  }

  /// Makes a database beside the clinic's if there is none of that name.
  public PostgresAccess createDatabase(String name) {
    try (Connection connection = connect(superuser);
        Statement statement = connection.createStatement()) {
      if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
        String quoted = statement.enquoteIdentifier(name, true);
        statement.execute("CREATE DATABASE " + quoted + " OWNER " + OWNER);
        statement.execute("REVOKE ALL ON DATABASE " + quoted + " FROM PUBLIC");
        statement.execute("GRANT CONNECT ON DATABASE " + quoted + " TO " + APPLICATION);
      }
      return accessTo(name);
    } catch (SQLException e) {
      throw new PostgresUnavailable(
          "PostgreSQL refused to make the database " + name + ": " + e.getMessage() + ".", e);
    }
  }

  /// Ends every session, writes everything out, and lets another process have the home.
  @Override
  public void close() {
    try {
      stopServer();
    } finally {
      lock.close();
    }
  }

  int port() {
    return port;
  }

  Login superuser() {
    return superuser;
  }

  private PostgresAccess accessTo(String database) {
    return new PostgresAccess(url(port, database), owner, application);
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:"
        + port
        + "/"
        + database
        + "?sslmode=disable&gssEncMode=disable";
  }

  private Connection connect(Login login) throws SQLException {
    return DriverManager.getConnection(url(port, "postgres"), login.role(), login.password());
  }

  private void stopServerLeftBehind() throws IOException {
    if (folder.runningServer().isPresent()) {
      stopServer();
    }
    folder.forgetGoneServer();
  }

  /// Initialises beside and renames: a data folder of the right name is always complete.
  private void initialise() throws IOException {
    if (Files.exists(folder.data())) {
      if (!Files.exists(folder.superuserPassword())) {
        throw new PostgresUnavailable(
            "The file "
                + folder.superuserPassword()
                + " is missing: without it nobody can enter the data in "
                + folder.data()
                + "; put it back from a backup of the home.");
      }
      return;
    }
    String password = SecretFile.readOrCreate(folder.superuserPassword());
    Path beside = folder.data().resolveSibling("data.new");
    PostgresBinaries.deleteTree(beside);
    Files.createDirectory(beside);
    PostgresBinaries.permit(beside, "rwx------");
    account.own(beside);
    Path handedOver = folder.root().resolve("initdb.password");
    SecretFile.write(handedOver, password);
    account.own(handedOver);
    try {
      run(
          "initdb",
          "--pgdata=" + beside,
          "--username=" + SUPERUSER,
          "--pwfile=" + handedOver,
          "--auth=scram-sha-256",
          "--data-checksums",
          "--encoding=UTF8",
          "--locale=C",
          "--locale-provider=builtin",
          "--builtin-locale=C.UTF-8",
          "--no-instructions");
    } finally {
      Files.delete(handedOver);
    }
    Files.move(beside, folder.data());
  }

  /// A port seen free may be taken by another program in the next instant, hence the attempts.
  private int startServer() throws IOException {
    for (int attempt = 1; attempt <= START_ATTEMPTS; attempt++) {
      int candidate = folder.choosePort(attempt == 1);
      folder.turnLog();
      Outcome outcome =
          account.run(
              List.of(
                  binaries.program("pg_ctl"),
                  "start",
                  "--wait",
                  "--timeout=120",
                  "--silent",
                  "--pgdata=" + folder.data(),
                  "--log=" + folder.log(),
                  "--options=" + options(candidate)));
      if (outcome.succeeded()) {
        return candidate;
      }
      stopServerLeftBehind();
    }
    throw new PostgresUnavailable(
        "PostgreSQL did not start; the end of " + folder.log() + " says:\n" + folder.endOfLog());
  }

  private static String options(int port) {
    List<String> options = new ArrayList<>();
    SETTINGS.forEach(setting -> options.add("-c " + setting));
    options.add("-c port=" + port);
    return String.join(" ", options);
  }

  private void stopServer() {
    try {
      run(
          "pg_ctl",
          "stop",
          "--mode=fast",
          "--wait",
          "--timeout=60",
          "--silent",
          "--pgdata=" + folder.data());
    } catch (IOException e) {
      throw new PostgresUnavailable(
          "PostgreSQL cannot be stopped: " + PostgresUnavailable.reason(e) + ".", e);
    }
  }

  private void run(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(binaries.program(program)));
    command.addAll(List.of(arguments));
    Outcome outcome = account.run(command);
    if (!outcome.succeeded()) {
      throw new PostgresUnavailable("PostgreSQL's " + program + " failed: " + outcome.output());
    }
  }

  private void createRolesAndDatabase() {
    try (Connection connection = connect(superuser)) {
      createRole(connection, owner);
      createRole(connection, application);
    } catch (SQLException e) {
      throw new PostgresUnavailable("PostgreSQL refused its own roles: " + e.getMessage() + ".", e);
    }
    createDatabase(DATABASE);
  }

  private static void createRole(Connection connection, Login login) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      String verb =
          exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", login.role())
              ? "ALTER"
              : "CREATE";
      statement.execute(
          verb
              + " ROLE "
              + login.role()
              + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD "
              + statement.enquoteLiteral(login.password()));
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }
}
