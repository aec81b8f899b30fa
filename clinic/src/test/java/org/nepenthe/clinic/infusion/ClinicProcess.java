package org.nepenthe.clinic.infusion;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.nepenthe.clinic.ClinicApplication;
import org.springframework.core.env.Environment;

/// A clinic in a process of its own, on the database of the test's clinic, that can be killed.
final class ClinicProcess implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile("started on port (\\d+)");
  private static final List<String> SHARED =
      List.of(
          "spring.datasource.url",
          "spring.datasource.username",
          "spring.datasource.password",
          "spring.flyway.url",
          "spring.flyway.user",
          "spring.flyway.password");

  private final Process process;
  private final int port;

  private ClinicProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static ClinicProcess start(Environment settings) throws IOException {
    var home = Files.createTempDirectory(Path.of("target"), "killed-clinic").toAbsolutePath();
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx384m", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(ClinicApplication.class.getName());
    command.add("--server.port=0");
    command.add("--spring.profiles.active=demonstration");
    command.add("--logging.level.org.springframework.boot=info");
    command.add("--nepenthe.home=" + home);
    for (var name : SHARED) {
      command.add("--" + name + "=" + settings.getRequiredProperty(name));
    }
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var reader = process.inputReader(StandardCharsets.UTF_8);
    return new ClinicProcess(process, port(reader));
  }

  int port() {
    return port;
  }

  /// As `kill -9` does.
  void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  /// Reads what the process says until it serves, and lets the rest go by so that it never waits
  /// for a reader.
  private static int port(BufferedReader said) throws IOException {
    var lines = new StringBuilder();
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      lines.append(line).append('\n');
      var found = PORT.matcher(line);
      if (found.find()) {
        Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {}));
        return Integer.parseInt(found.group(1));
      }
    }
    throw new AssertionError("the clinic did not start:\n" + lines);
  }
}
