package org.nepenthe.clinic.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/// A random password in a file only its owner may read.
final class SecretFile {
  private static final int RANDOM_BYTES = 24;

  private SecretFile() {}

  /// The password in the file; made and written first if there is none.
  static String readOrCreate(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] random = new byte[RANDOM_BYTES];
      new SecureRandom().nextBytes(random);
      write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }
    return Files.readString(file).strip();
  }

  /// Written beside and moved into place, so that a half-written password is never read.
  static void write(Path file, String secret) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(beside);
    Files.createFile(
        beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(beside, secret);
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
