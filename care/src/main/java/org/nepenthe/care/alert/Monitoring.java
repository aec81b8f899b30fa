package org.nepenthe.care.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.ObservationSchedule;

/// Judges everything on record about an infusion against the limits in force. Alerts are computed
/// anew from the whole record each time, so none can be forgotten by a restart.
public class Monitoring {
  private static final Comparator<Alert> MOST_URGENT_FIRST =
      Comparator.comparing(Alert::priority, Comparator.reverseOrder())
          .thenComparing(Alert::technical)
          .thenComparing(Alert::since)
          .thenComparing(alert -> alert.rule().value());

  private final VitalAlerts vital;
  private final CourseAlerts course;
  private final ObservationSchedule schedule;

  public Monitoring(AlertRules rules, ObservationSchedule schedule) {
    this.vital = new VitalAlerts(rules);
    this.course = new CourseAlerts(rules, schedule);
    this.schedule = schedule;
  }

  /// The alerts and the advice at a moment. Where anything unforeseen happens, the answer is that
  /// monitoring is unavailable: an empty list would look like a quiet patient.
  public Assessment assess(Infusion infusion, Instant at) {
    try {
      return assessed(infusion, at);
    } catch (RuntimeException e) {
      return unavailable(at, e.getClass().getSimpleName());
    }
  }

  public static Assessment unavailable(Instant at, String because) {
    return new Assessment(List.of(), new Advice.MonitoringUnavailable(at, because));
  }

  Assessment assessed(Infusion infusion, Instant at) {
    var alerts = new ArrayList<Alert>();
    if (!(infusion instanceof Infusion.Discharged) && !(infusion instanceof Infusion.Abandoned)) {
      alerts.addAll(vital.of(infusion, at));
      alerts.addAll(course.of(infusion, at));
    }
    var shown = alerts.stream().filter(Alert::shown).sorted(MOST_URGENT_FIRST).toList();
    return new Assessment(shown, advice(infusion, shown, at));
  }

  private Advice advice(Infusion infusion, List<Alert> alerts, Instant at) {
    var missing = new ArrayList<>(schedule.missing(infusion, at));
    if (infusion instanceof Infusion.Unconfirmed) {
      missing.addFirst("Pump: state unknown");
    }
    var step =
        alerts.stream()
            .filter(Alert::active)
            .map(Alert::step)
            .max(Comparator.naturalOrder())
            .orElse(Step.NONE);
    var reasons =
        alerts.stream()
            .filter(Alert::active)
            .filter(alert -> alert.step() != Step.NONE)
            .map(Alert::rule)
            .distinct()
            .toList();
    return advice(beingGiven(infusion) ? step : atMostWatch(step), at, reasons, missing);
  }

  private static Advice advice(Step step, Instant at, List<RuleId> reasons, List<String> missing) {
    return switch (step) {
      case NONE -> new Advice.NoLimitBreached(at, missing);
      case WATCH -> new Advice.Watch(at, reasons, missing);
      case HOLD -> new Advice.Hold(at, reasons, missing);
      case STOP -> new Advice.Stop(at, reasons, missing);
    };
  }

  /// There is nothing to hold or stop once the pump is off.
  private static Step atMostWatch(Step step) {
    return step.compareTo(Step.WATCH) > 0 ? Step.WATCH : step;
  }

  private static boolean beingGiven(Infusion infusion) {
    return switch (infusion) {
      case Infusion.Infusing _, Infusion.Held _, Infusion.Unconfirmed _, Infusion.Preparing _ ->
          true;
      case Infusion.Abandoned _, Infusion.Recovering _, Infusion.Discharged _ -> false;
    };
  }
}
