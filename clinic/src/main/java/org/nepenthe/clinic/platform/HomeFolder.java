package org.nepenthe.clinic.platform;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.nepenthe.clinic.platform.postgres.EmbeddedPostgres;
import org.nepenthe.clinic.platform.postgres.PostgresUnavailable;

/// The folder a clinic lives in: its database, its passwords, the anchors of its record.
public final class HomeFolder {
  /// Where root in a plain container keeps data that the account nobody must reach.
  private static final Path OUTSIDE_PRIVATE_FOLDERS = Path.of("/var/lib/nepenthe");

  private HomeFolder() {}

  /// The one asked for, otherwise `~/.nepenthe`, or `/var/lib/nepenthe` where the database server
  /// has to run as nobody and cannot reach that.
  public static Path choose(Optional<Path> asked, Consumer<String> say) {
    if (asked.isPresent()) {
      return asked.orElseThrow().toAbsolutePath().normalize();
    }
    Path usual = Path.of(System.getProperty("user.home"), ".nepenthe").toAbsolutePath();
    if (suits(usual)) {
      return usual;
    }
    say.accept(
        "The database cannot run in " + usual + " here: using " + OUTSIDE_PRIVATE_FOLDERS + ".");
    return OUTSIDE_PRIVATE_FOLDERS;
  }

  /// Where no server can run at all the site has one of its own, or is told so when it is started.
  private static boolean suits(Path home) {
    try {
      return EmbeddedPostgres.canLiveIn(home);
    } catch (PostgresUnavailable e) {
      return true;
    }
  }
}
