package org.nepenthe.clinic.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// One process per home. The operating system drops the lock when its process ends, however
/// it ends.
final class HomeLock implements AutoCloseable {
  /// Closing any channel to a file drops every lock this process holds on it, so a second attempt
  /// inside one process must be refused before the file is opened.
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private HomeLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /// Takes the lock, or finds that another process (or another part of this one) has it.
  static Optional<HomeLock> tryTake(Path home) {
    Path file = home.resolve("lock");
    if (!HELD_HERE.add(file)) {
      return Optional.empty();
    }
    Optional<HomeLock> taken = Optional.empty();
    try {
      taken = lock(file);
      return taken;
    } catch (IOException e) {
      throw new PostgresUnavailable(
          "Cannot lock the home " + home + ": " + PostgresUnavailable.reason(e) + ".", e);
    } finally {
      if (taken.isEmpty()) {
        HELD_HERE.remove(file);
      }
    }
  }

  private static Optional<HomeLock> lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    Files.writeString(holderOf(file), Long.toString(ProcessHandle.current().pid()));
    return Optional.of(new HomeLock(file, channel));
  }

  /// The process that said it took the lock last; for a message only.
  static String holder(Path home) {
    try {
      return "process " + Files.readString(holderOf(home.resolve("lock"))).strip();
    } catch (IOException e) {
      return "another process";
    }
  }

  private static Path holderOf(Path file) {
    return file.resolveSibling("lock.process");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HELD_HERE.remove(file);
    }
  }
}
