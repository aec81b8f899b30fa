package org.nepenthe.clinic.patient.intake;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.clinic.patient.BundleImport;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Imports that were sent from the browser. They go on when the page is left, one file after the
/// other: two large ones at once would need the memory of both.
@Component
public class ImportRuns {
  private final BundleImport bundles;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("import").daemon().factory());
  private final Map<UUID, Run> running = new ConcurrentHashMap<>();

  ImportRuns(BundleImport bundles) {
    this.bundles = bundles;
  }

  /// A file as it was sent, kept aside until it has been read.
  record Sent(String name, Path bytes) {}

  /// What of a run is still to come.
  record Run(List<String> names, CountDownLatch left) {}

  UUID start(List<Sent> files, Actor by) {
    var id = UUID.randomUUID();
    var run = new Run(files.stream().map(Sent::name).toList(), new CountDownLatch(files.size()));
    running.put(id, run);
    for (int i = 0; i < files.size(); i++) {
      int place = i;
      worker.execute(() -> take(id, run, place, files.get(place), by));
    }
    return id;
  }

  private void take(UUID id, Run run, int place, Sent file, Actor by) {
    try {
      bundles.importFile(id, place, file.name(), () -> Files.newInputStream(file.bytes()), by);
    } catch (RuntimeException failure) {
      LoggerFactory.getLogger(ImportRuns.class).error("An import failed", failure);
      bundles.failed(id, place, file.name(), by);
    } finally {
      discard(file.bytes());
      run.left().countDown();
      if (run.left().getCount() == 0) {
        running.remove(id);
      }
    }
  }

  private static void discard(Path bytes) {
    try {
      Files.deleteIfExists(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The names of all files of a run that has not come to its end; empty where it has.
  Optional<List<String>> unfinished(UUID run) {
    return Optional.ofNullable(running.get(run)).map(Run::names);
  }

  /// Gives a short run the time to end, so that its first page is its last.
  public void waitFor(UUID run, Duration atMost) {
    var left = running.get(run);
    try {
      if (left != null && left.left().await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        running.remove(run);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }
}
