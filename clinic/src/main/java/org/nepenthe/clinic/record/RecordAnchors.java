package org.nepenthe.clinic.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/// The heads of all streams, written at intervals to a file beside the database.
///
/// A chain proves that nothing in it was changed; it cannot prove that its end was not cut off. The
/// anchor file can: each line names heads that must be in the record for ever, and chains to the
/// line before. Copy it elsewhere to be safe from whoever can write to both.
@Service
public class RecordAnchors {
  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final Path file;

  RecordAnchors(JdbcClient jdbc, InstantSource clock, @Value("${nepenthe.home}") Path home) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.file = home.resolve("anchors.txt");
  }

  static String key(String stream, long version) {
    return stream + "@" + version;
  }

  /// Writes the heads that moved since the last anchor. Nothing is written where none did.
  @Scheduled(
      initialDelayString = "${nepenthe.record.anchor-every:PT10M}",
      fixedDelayString = "${nepenthe.record.anchor-every:PT10M}")
  public synchronized void anchor() {
    var faults = new java.util.ArrayList<String>();
    var known = read(faults);
    var lines = lines();
    var previous = lines.isEmpty() ? HashChain.START : checksumOf(lines.getLast());
    var out = new StringBuilder();
    for (var head : heads()) {
      if (!known.containsKey(key(head.stream(), head.version()))) {
        var body =
            previous
                + " "
                + clock.instant().truncatedTo(ChronoUnit.SECONDS)
                + " "
                + key(head.stream(), head.version())
                + " "
                + head.hash();
        previous = checksum(body);
        out.append(body).append(' ').append(previous).append('\n');
      }
    }
    append(out.toString());
  }

  /// The anchored heads: `stream@version` to hash. Lines that do not chain are faults.
  Map<String, String> read(List<String> faults) {
    var heads = new LinkedHashMap<String, String>();
    var previous = HashChain.START;
    int number = 0;
    for (var line : lines()) {
      number++;
      var fields = line.split(" ");
      if (fields.length != 5
          || !fields[0].equals(previous)
          || !checksum(line.substring(0, line.lastIndexOf(' '))).equals(fields[4])) {
        faults.add("anchors.txt: line " + number + " was changed or is out of place");
        return heads;
      }
      previous = fields[4];
      heads.put(fields[2], fields[3]);
    }
    return heads;
  }

  private List<Head> heads() {
    return jdbc.sql(
            """
            select distinct on (stream) stream, version, hash from record_event
            order by stream, version desc
            """)
        .query((row, _) ->
            new Head(row.getString("stream"), row.getLong("version"), row.getString("hash")))
        .list();
  }

  private List<String> lines() {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void append(String text) {
    if (text.isEmpty()) {
      return;
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(
          file,
          text,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.SYNC);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String checksumOf(String line) {
    return line.substring(line.lastIndexOf(' ') + 1);
  }

  private static String checksum(String body) {
    return HexFormat.of()
        .formatHex(HashChain.sha256().digest(body.getBytes(StandardCharsets.UTF_8)));
  }

  private record Head(String stream, long version, String hash) {}
}
