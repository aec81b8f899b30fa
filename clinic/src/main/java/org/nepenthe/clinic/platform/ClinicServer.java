package org.nepenthe.clinic.platform;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.nepenthe.clinic.platform.postgres.EmbeddedPostgres;
import org.nepenthe.clinic.platform.postgres.PostgresAccess;

/// The embedded server this process works on: its own, to be stopped at the end, or that of the
/// clinic already running on the same home, to be left alone.
record ClinicServer(PostgresAccess access, Optional<EmbeddedPostgres> own)
    implements AutoCloseable {

  static ClinicServer started(Path home, Consumer<String> progress) {
    EmbeddedPostgres server = EmbeddedPostgres.start(home, progress);
    return new ClinicServer(server.access(), Optional.of(server));
  }

  static ClinicServer visitedOrStarted(Path home, Consumer<String> progress) {
    return EmbeddedPostgres.heldByAnother(home)
        .map(access -> new ClinicServer(access, Optional.empty()))
        .orElseGet(() -> started(home, progress));
  }

  @Override
  public void close() {
    own.ifPresent(EmbeddedPostgres::close);
  }
}
