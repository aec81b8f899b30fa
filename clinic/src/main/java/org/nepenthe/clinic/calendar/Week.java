package org.nepenthe.clinic.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One week of the clinic, chair by chair.
///
/// @param weeks how many weeks after the present one
/// @param days Monday to Sunday
/// @param problems every conflict of the week, named
/// @param staffing what is known of the staff, in words
public record Week(
    int weeks, List<LocalDate> days, List<Row> rows, List<Problem> problems, String staffing) {
  public Week {
    days = List.copyOf(days);
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
  }

  /// One chair.
  ///
  /// @param cells as many as there are days
  public record Row(String chair, String room, List<List<Slot>> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /// One infusion.
  ///
  /// @param conflict whether something stands against it
  public record Slot(
      String path,
      String patient,
      Optional<LocalDate> born,
      int number,
      String phase,
      Instant from,
      Instant until,
      boolean conflict) {}

  /// Something that stands against an infusion of the week.
  public record Problem(String patient, int number, Instant from, String words, String rule) {}
}
