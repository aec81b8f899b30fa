package org.nepenthe.clinic.audit;

import java.time.Instant;
import java.util.List;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.record.RecordedEvent;

/// One event of the log, to be read.
///
/// @param about the stream's kind and the beginning of its id
/// @param path the page of what it is about
/// @param shortHash enough of the hash to compare two printouts
public record LogRow(
    long position,
    String about,
    String path,
    long version,
    Instant happenedAt,
    Instant recordedAt,
    String title,
    String by,
    String device,
    String shortHash,
    List<PayloadWords.Line> lines) {
  private static final int SHORT = 12;

  static LogRow of(RecordedEvent event, ClinicTime time) {
    var id = event.stream().id();
    return new LogRow(
        event.position(),
        event.stream().kind() + " " + id.substring(0, Math.min(8, id.length())),
        switch (event.stream().kind()) {
          case "course" -> "/courses/" + id;
          case "infusion" -> "/infusions/" + id + "/record";
          default -> "";
        },
        event.version(),
        event.happenedAt(),
        event.recordedAt(),
        PayloadWords.title(event.type()),
        event.actor().name() + ", " + event.actor().role().words(),
        event.device(),
        event.hash().substring(0, SHORT),
        PayloadWords.of(event.event(), time));
  }
}
