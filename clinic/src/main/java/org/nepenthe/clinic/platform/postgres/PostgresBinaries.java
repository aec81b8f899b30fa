package org.nepenthe.clinic.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The server's programs: an archive in a library of ours, unpacked once for each version.
record PostgresBinaries(Path folder) {
  /// The version in the archive. Data are readable by servers of the same major version only.
  static final String VERSION = "18.6.0";

  static final String MAJOR_VERSION = "18";

  private static final int OWNER_MAY_EXECUTE = 0100;

  /// Unpacks beside and renames, so that a folder of this name is always complete.
  static PostgresBinaries unpackedIn(Path parent, Consumer<String> progress) throws IOException {
    Path folder = parent.resolve("bin-" + VERSION);
    if (!Files.isDirectory(folder)) {
      progress.accept(
          "Unpacking PostgreSQL " + VERSION + " into " + folder + " (once, some seconds)…");
      Path beside = parent.resolve("bin-" + VERSION + ".new");
      deleteTree(beside);
      unpack(beside);
      Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    return new PostgresBinaries(folder);
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  private static void unpack(Path folder) throws IOException {
    String archive = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
    InputStream resource = PostgresBinaries.class.getResourceAsStream(archive);
    if (resource == null) {
      throw new PostgresUnavailable("The library with " + archive + " is not on the class path.");
    }
    createOpenFolder(folder);
    try (var tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(entry, tar, folder);
      }
    }
  }

  static String archiveName(String system, String processor) {
    String machine =
        switch (processor.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> "";
        };
    if (!system.equals("Linux") || machine.isEmpty()) {
      throw new PostgresUnavailable(
          "The embedded PostgreSQL exists for Linux on x86_64 and aarch64, not for "
              + system
              + " on "
              + processor
              + ": set SPRING_DATASOURCE_URL to a PostgreSQL of your own.");
    }
    return "/postgres-linux-" + machine + ".txz";
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path folder)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("The archive names a file outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      createOpenFolder(target);
      return;
    }
    Path parent = target.getParent();
    if (parent != null) {
      createOpenFolder(parent);
    }
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, target);
      boolean executable = (entry.getMode() & OWNER_MAY_EXECUTE) != 0;
      permit(target, executable ? "rwxr-xr-x" : "rw-r--r--");
    }
  }

  /// Readable by all whatever the caller's umask: the server may run under another account.
  private static void createOpenFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Path parent = folder.getParent();
      if (parent != null) {
        createOpenFolder(parent);
      }
      Files.createDirectory(folder);
      permit(folder, "rwxr-xr-x");
    }
  }

  static void permit(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
