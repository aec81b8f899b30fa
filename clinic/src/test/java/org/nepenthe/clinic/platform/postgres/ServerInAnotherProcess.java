package org.nepenthe.clinic.platform.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Optional;

/// A clinic process that holds a home: starts the server, stores a row, and waits to be killed.
final class ServerInAnotherProcess implements AutoCloseable {
  static final String READY = "ready";

  private final Process process;
  private final BufferedReader output;

  private ServerInAnotherProcess(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  static ServerInAnotherProcess on(Path home, Path programs) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ServerInAnotherProcess(
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                ServerInAnotherProcess.class.getName(),
                home.toString(),
                programs.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /// The one line it prints: `ready`, or why it refused.
  String firstLine() throws IOException {
    return output.readLine();
  }

  /// What kill -9 does; the process is gone when this returns.
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  public static void main(String[] arguments) throws Exception {
    EmbeddedPostgres server;
    try {
      server =
          EmbeddedPostgres.start(
              Path.of(arguments[0]),
              Optional.of(Path.of(arguments[1])),
              ServerAccount.choose(),
              _ -> {});
    } catch (PostgresUnavailable refused) {
      System.out.println(refused.getMessage());
      return;
    }
    var owner = server.access().owner();
    try (var connection =
            DriverManager.getConnection(server.access().jdbcUrl(), owner.role(), owner.password());
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE kept (word text)");
      statement.execute("INSERT INTO kept VALUES ('acknowledged')");
    }
    System.out.println(READY);
    System.in.read();
  }
}
