package org.nepenthe.clinic.infusion.sheet;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.nepenthe.care.alert.Alert;
import org.nepenthe.care.alert.Monitoring;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.LogEntry;

/// The alerts an infusion called for, made anew from what was on record at each moment.
final class SheetAlerts {
  private static final Duration STEP = Duration.ofMinutes(1);
  private static final int MOST_STEPS = 600;

  private SheetAlerts() {}

  /// Each alert as it was when it was seen last.
  static List<Alert> of(Infusion infusion, Monitoring monitoring, Instant end) {
    var entries = infusion.log().entries();
    Map<String, Alert> alerts = new LinkedHashMap<>();
    for (var moment : moments(infusion, end)) {
      var known = entries.stream().filter(entry -> !entry.recordedAt().isAfter(moment)).toList();
      if (!known.isEmpty()) {
        for (var alert : monitoring.assess(Infusion.replay(known), moment).alerts()) {
          alerts.put(alert.id(), alert);
        }
      }
    }
    return alerts.values().stream().sorted(Comparator.comparing(Alert::since)).toList();
  }

  private static SortedSet<Instant> moments(Infusion infusion, Instant end) {
    var moments = new TreeSet<Instant>();
    infusion.log().entries().stream().map(LogEntry::recordedAt).forEach(moments::add);
    var started = infusion.log().started();
    if (started.isPresent()) {
      var moment = started.get().at();
      for (int i = 0; i < MOST_STEPS && !moment.isAfter(end); i++) {
        moments.add(moment);
        moment = moment.plus(STEP);
      }
    }
    return moments;
  }
}
