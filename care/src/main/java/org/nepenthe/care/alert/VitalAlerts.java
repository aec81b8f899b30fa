package org.nepenthe.care.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.Reading;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.ObservationSet;

/// Alerts about the patient's own values.
///
/// A breach goes on until a later set shows each value of the limit within it. A value that grows
/// old or goes missing ends no breach.
final class VitalAlerts {
  private final AlertRules rules;

  VitalAlerts(AlertRules rules) {
    this.rules = rules;
  }

  List<Alert> of(Infusion infusion, Instant at) {
    var past =
        infusion.log().observations().stream()
            .filter(set -> !set.at().isAfter(at.plus(Reading.CLOCK_TOLERANCE)))
            .toList();
    var alerts = new ArrayList<Alert>();
    for (var limit : rules.limits()) {
      alerts.addAll(episodes(infusion, limit, past));
    }
    return alerts;
  }

  /// Every stretch of readings that breached one limit, for long enough to call somebody.
  static List<Alert> episodes(Infusion infusion, VitalLimit limit, List<ObservationSet> sets) {
    var alerts = new ArrayList<Alert>();
    Optional<Episode> running = Optional.empty();
    for (var set : sets) {
      var breach = limit.breachIn(set);
      if (breach.isPresent()) {
        var since = running.map(Episode::since).orElse(set.at());
        running = Optional.of(new Episode(since, set.at(), breach.get()));
      } else if (limit.clearedBy(set)) {
        running.flatMap(episode -> alert(infusion, limit, episode, false)).ifPresent(alerts::add);
        running = Optional.empty();
      }
    }
    running.flatMap(episode -> alert(infusion, limit, episode, true)).ifPresent(alerts::add);
    return alerts;
  }

  /// Readings that breach a limit one after the other.
  private record Episode(Instant since, Instant lastAt, VitalLimit.Breach last) {
    boolean lasted(Duration atLeast) {
      return Duration.between(since, lastAt).compareTo(atLeast) >= 0;
    }
  }

  private static Optional<Alert> alert(
      Infusion infusion, VitalLimit limit, Episode episode, boolean active) {
    if (!episode.lasted(limit.sustainedFor())) {
      return Optional.empty();
    }
    return Optional.of(
        new Alert(
            limit.rule(),
            limit.priority(),
            limit.step(),
            false,
            limit.text(episode.last()),
            Optional.of(episode.last().bound().parameter()),
            VitalLimit.written(episode.last()),
            Optional.of(episode.lastAt()),
            episode.since(),
            active,
            infusion
                .log()
                .acknowledgement(Alert.id(limit.rule(), episode.since(), limit.priority())),
            limit.evidence()));
  }
}
