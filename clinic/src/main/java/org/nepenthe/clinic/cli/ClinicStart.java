package org.nepenthe.clinic.cli;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.nepenthe.clinic.ClinicApplication;
import org.nepenthe.clinic.platform.Terminal;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts as much of the clinic as a command needs.
final class ClinicStart {
  private ClinicStart() {}

  /// The whole clinic, until a signal stops it.
  static ConfigurableApplicationContext serving(
      Path home,
      String profile,
      InetAddress address,
      int port,
      Terminal terminal,
      String... settings) {
    return start(
        new SpringApplicationBuilder(ClinicApplication.class)
            .profiles(profile)
            .initializers(
                context -> context.getBeanFactory().registerSingleton("terminal", terminal)),
        Stream.concat(
                Stream.of(
                    "--nepenthe.home=" + home,
                    "--server.address=" + address.getHostAddress(),
                    "--server.port=" + port),
                Stream.of(settings))
            .toArray(String[]::new));
  }

  /// Only what is asked of it, on the database of the running clinic if there is one; nothing is
  /// served.
  static ConfigurableApplicationContext visiting(Path home) {
    return start(
        new SpringApplicationBuilder(ClinicApplication.class)
            .web(WebApplicationType.NONE)
            .lazyInitialization(true),
        "--nepenthe.home=" + home,
        "--nepenthe.visit-running-clinic=true",
        "--spring.main.log-startup-info=false");
  }

  private static ConfigurableApplicationContext start(
      SpringApplicationBuilder application, String... settings) {
    try {
      return application.run(settings);
    } catch (RuntimeException failure) {
      throw new AlreadyExplained(failure);
    }
  }

  /// The clinic did not start, and the log says why.
  static final class AlreadyExplained extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private AlreadyExplained(RuntimeException cause) {
      super(cause);
    }
  }
}
