package org.nepenthe.clinic.platform.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// What the server keeps under a home: its data, its log, three passwords and its port.
record PostgresFolder(Path root) {

  static PostgresFolder in(Path home) {
    return new PostgresFolder(home.resolve("postgres"));
  }

  Path data() {
    return root.resolve("data");
  }

  Path log() {
    return root.resolve("log").resolve("server.log");
  }

  Path superuserPassword() {
    return root.resolve("superuser.password");
  }

  String passwordOf(String role) throws IOException {
    return SecretFile.readOrCreate(root.resolve(role + ".password"));
  }

  /// Makes the folders, private to the caller; where the server runs as nobody it may walk through.
  void prepare(ServerAccount account) throws IOException {
    Path home = root.resolveSibling("");
    for (Path folder : List.of(root, root.resolve("log"))) {
      if (!Files.isDirectory(folder)) {
        Files.createDirectory(folder);
        PostgresBinaries.permit(folder, "rwx------");
      }
    }
    if (account == ServerAccount.NOBODY) {
      PostgresBinaries.permit(root, "rwx--x--x");
      account.own(root.resolve("log"));
    }
    if (!account.reaches(root)) {
      throw new PostgresUnavailable(
          "PostgreSQL has to run as the account nobody here, which cannot reach "
              + home
              + ": start with a home outside private folders, such as --home /var/lib/nepenthe.");
    }
  }

  /// Data of another major version would be destroyed by this server, so nothing is touched then.
  void requireReadableData() throws IOException {
    Path version = data().resolve("PG_VERSION");
    if (!Files.exists(version)) {
      return;
    }
    String found = Files.readString(version).strip();
    if (!found.equals(PostgresBinaries.MAJOR_VERSION)) {
      throw new PostgresUnavailable(
          "The data in "
              + data()
              + " belong to PostgreSQL "
              + found
              + " and this Nepenthe brings PostgreSQL "
              + PostgresBinaries.MAJOR_VERSION
              + ": nothing was touched; start the Nepenthe that wrote them, or move them by pg_dump.");
    }
  }

  /// The process of a server on these data, if one is running: told by its command line, because a
  /// process number left in a file may by now belong to something else.
  Optional<Long> runningServer() throws IOException {
    Path file = data().resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    Path commandLine =
        Path.of("/proc", lines.isEmpty() ? "0" : lines.getFirst().strip(), "cmdline");
    if (!Files.exists(commandLine)) {
      return Optional.empty();
    }
    boolean ours =
        List.of(Files.readString(commandLine).split("\0", -1)).contains(data().toString());
    return ours ? Optional.of(Long.valueOf(lines.getFirst().strip())) : Optional.empty();
  }

  /// A file of a server that is gone would stop the next one when its number is in use again.
  void forgetGoneServer() throws IOException {
    Files.deleteIfExists(data().resolve("postmaster.pid"));
  }

  /// The port of last time if it is free, so that a bookmark in a database tool keeps working.
  int choosePort(boolean keep) throws IOException {
    Optional<Integer> last = keep ? port() : Optional.empty();
    int chosen = last.filter(PostgresFolder::isFree).orElseGet(PostgresFolder::anyFreePort);
    Path beside = root.resolve("port.new");
    Files.writeString(beside, Integer.toString(chosen));
    Files.move(beside, root.resolve("port"), StandardCopyOption.ATOMIC_MOVE);
    return chosen;
  }

  Optional<Integer> port() throws IOException {
    Path file = root.resolve("port");
    return Files.exists(file)
        ? Optional.of(Integer.valueOf(Files.readString(file).strip()))
        : Optional.empty();
  }

  /// One log for each start, and the one before.
  void turnLog() throws IOException {
    if (Files.exists(log())) {
      Files.move(log(), log().resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  String endOfLog() throws IOException {
    if (!Files.exists(log())) {
      return "";
    }
    List<String> lines = Files.readAllLines(log());
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static int anyFreePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new PostgresUnavailable(
          "No free port on the loopback address: " + PostgresUnavailable.reason(e) + ".", e);
    }
  }
}
