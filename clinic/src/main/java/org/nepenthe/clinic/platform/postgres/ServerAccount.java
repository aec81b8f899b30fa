package org.nepenthe.clinic.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The account the server runs under. PostgreSQL refuses root, and wants an account with a name.
enum ServerAccount {
  /// The account of this process, when it is not root.
  CALLER,
  /// A user namespace: to the server it is nobody, to the file system still the caller.
  USER_NAMESPACE,
  /// The account nobody, for root where namespaces are forbidden, as in a plain container.
  NOBODY;

  private static final String NOBODY_ID = "65534";

  private List<String> prefix() {
    return switch (this) {
      case CALLER -> List.of();
      case USER_NAMESPACE -> List.of("unshare", "-U");
      case NOBODY ->
          List.of(
              "setpriv", "--reuid=" + NOBODY_ID, "--regid=" + NOBODY_ID, "--clear-groups", "--");
    };
  }

  /// What a finished command left behind.
  record Outcome(int exitCode, String output) {
    boolean succeeded() {
      return exitCode == 0;
    }
  }

  static ServerAccount choose() {
    for (ServerAccount account : values()) {
      if (account.isUsable()) {
        return account;
      }
    }
    throw new PostgresUnavailable(
        "PostgreSQL does not run as root, and neither `unshare -U` nor `setpriv` works here: start"
            + " Nepenthe as an ordinary user, or set SPRING_DATASOURCE_URL to a PostgreSQL of your"
            + " own.");
  }

  boolean isUsable() {
    return succeeds("sh", "-c", "test \"$(id -u)\" != 0 && id -un");
  }

  /// Whether the account may walk into the folder; /root keeps nobody out.
  boolean reaches(Path folder) {
    return succeeds("test", "-x", folder.toString());
  }

  private boolean succeeds(String... command) {
    try {
      return run(List.of(command)).succeeded();
    } catch (IOException e) {
      return false;
    }
  }

  /// Hands a file or folder over to the account where it is not the caller's own.
  void own(Path path) throws IOException {
    if (this == NOBODY) {
      var lookup = path.getFileSystem().getUserPrincipalLookupService();
      Files.setOwner(path, lookup.lookupPrincipalByName(NOBODY_ID));
    }
  }

  /// Runs a command under the account to its end, its messages in English, deaf to the caller's PG*
  /// variables.
  Outcome run(List<String> command) throws IOException {
    List<String> full = new ArrayList<>(prefix());
    full.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(full).directory(Path.of("/").toFile()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("PG"));
    environment.put("LC_ALL", "C");
    Process process = builder.start();
    process.getOutputStream().close();
    try (var output = process.inputReader()) {
      String text = output.readAllAsString();
      return new Outcome(process.waitFor(), text.strip());
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException(command.getFirst() + " was interrupted", e);
    }
  }
}
