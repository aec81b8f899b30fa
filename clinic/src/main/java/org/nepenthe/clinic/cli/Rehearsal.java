package org.nepenthe.clinic.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.util.FileSystemUtils;

/// A start of the demonstration to its first page and a stop, in a home that is thrown away, on the
/// embedded database whatever server the site has named.
final class Rehearsal {
  private Rehearsal() {}

  static void run() throws IOException, InterruptedException {
    Path home = Files.createTempDirectory("nepenthe-rehearsal");
    try {
      Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
      startIn(home);
    } finally {
      FileSystemUtils.deleteRecursively(home);
    }
  }

  private static void startIn(Path home) throws IOException, InterruptedException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (var clinic =
            ClinicStart.serving(
                home, "demonstration", loopback, 0, _ -> {}, "--spring.datasource.url=");
        var browser = HttpClient.newHttpClient()) {
      String port = clinic.getEnvironment().getRequiredProperty("local.server.port");
      URI page = URI.create("http://" + loopback.getHostAddress() + ":" + port + "/login");
      browser.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding());
    }
  }
}
