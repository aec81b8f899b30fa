package org.nepenthe.clinic.cli;

import java.util.List;
import org.nepenthe.clinic.record.StreamId;
import org.nepenthe.clinic.replay.RecordReplay;

/// What `nepenthe replay` says: counts, and the courses where something differs. It names nobody
/// and repeats nothing of what was decided.
final class ReplayReport {
  private static final int MOST_NAMED = 10;

  private ReplayReport() {}

  /// @return whether every decision that can be decided again came out as it was made
  static boolean of(RecordReplay replay, Printer printer) {
    var courses = replay.courses();
    var finding = ProgressBar.wanted() ? withBar(replay, courses) : replay.of(courses, _ -> {});
    finding
        .counts()
        .forEach((kind, count) ->
            printer.say(
                "%s: %,d the same, %,d different, %,d not possible"
                    .formatted(
                        kind.words(), count.same(), count.different(), count.notPossible())));
    finding
        .notPossible()
        .forEach((because, times) -> printer.say("%,d not possible: %s".formatted(times, because)));
    finding.differences().stream()
        .limit(MOST_NAMED)
        .forEach(each ->
            printer.complain(
                "course %s: %s of %s comes out differently"
                    .formatted(each.course(), each.kind().words(), each.at())));
    if (finding.differences().size() > MOST_NAMED) {
      printer.complain("and %,d more".formatted(finding.differences().size() - MOST_NAMED));
    }
    printer.say(
        "%,d %s: %s"
            .formatted(
                courses.size(),
                courses.size() == 1 ? "course" : "courses",
                finding.allTheSame()
                    ? "every decision comes out as it was made."
                    : "not every decision comes out as it was made."));
    return finding.allTheSame();
  }

  private static RecordReplay.Finding withBar(RecordReplay replay, List<StreamId> courses) {
    var bar = new ProgressBar(System.err, Math.max(1, courses.size()));
    try {
      return replay.of(courses, bar);
    } finally {
      bar.clear();
    }
  }
}
