package org.nepenthe.clinic.infusion.recovery;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.InfusionEvent.AdverseEventRecorded;
import org.nepenthe.care.infusion.InfusionEvent.PatientDischarged;
import org.nepenthe.care.infusion.InfusionRules;
import org.nepenthe.care.infusion.LogEntry;
import org.nepenthe.care.infusion.ObservationSet;
import org.nepenthe.care.infusion.observation.DueObservation;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.care.infusion.recovery.DischargeGate;
import org.nepenthe.care.infusion.recovery.Missing;
import org.nepenthe.care.infusion.recovery.Recovery;
import org.nepenthe.care.infusion.recovery.RecoveryFacts;
import org.nepenthe.care.infusion.recovery.RecoveryKnowledge;
import org.nepenthe.care.infusion.recovery.RecoveryScale;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.display.Figures;

/// One patient's way home as it stands at a moment.
///
/// @param gate every item of the gate, missing or not
/// @param pumpOffAt empty while the pump is not off
/// @param looks the sets of observations since the pump was off, newest first
/// @param baseline the last set before the start
/// @param dueWords when somebody has to look next; empty where nobody has to
public record RecoveryView(
    String infusionId,
    String patientId,
    String courseId,
    long version,
    String drug,
    String delivered,
    Optional<Instant> pumpOffAt,
    Optional<PatientDischarged> discharged,
    List<GateRow> gate,
    RecoveryKnowledge knowledge,
    RecoveryFacts facts,
    List<OpenEvent> openEvents,
    List<ObservationSet> looks,
    Optional<ObservationSet> baseline,
    String dueWords,
    boolean overdue) {

  /// One item of the gate.
  ///
  /// @param words what is missing, or what is on record
  public record GateRow(Missing.Item item, boolean done, String words) {
    /// The id of its control on the page; empty where only time or the chart can mend it.
    public String anchor() {
      return switch (item) {
        case PUMP_OFF, OBSERVATION_TIME -> "";
        case ADVERSE_EVENTS -> done ? "" : Recovery.field(item);
        case SCORE, ORIENTATION, VITALS, ESCORT, DRIVING_ADVICE -> Recovery.field(item);
      };
    }
  }

  /// An adverse event of which nobody has said what became of it.
  public record OpenEvent(long entry, Instant at, String words) {}

  static RecoveryView of(
      Infusion infusion,
      RecoveryKnowledge knowledge,
      InfusionRules rules,
      Instant now,
      ClinicTime time) {
    var log = infusion.log();
    var pumpOff = pumpOffAt(infusion);
    var facts = RecoveryFacts.of(log, pumpOff.orElse(now));
    var due = rules.schedule().due(infusion, now);
    return new RecoveryView(
        log.opened().infusion().toString(),
        log.opened().patient().toString(),
        log.opened().course().toString(),
        log.version(),
        log.order().moiety().genericName(),
        delivered(infusion, now),
        pumpOff,
        log.standing().stream()
            .map(LogEntry::event)
            .filter(PatientDischarged.class::isInstance)
            .map(PatientDischarged.class::cast)
            .findFirst(),
        gate(infusion, knowledge, facts, now, time),
        knowledge,
        facts,
        facts.open().stream().map(RecoveryView::open).toList(),
        log.observations().stream()
            .filter(set -> pumpOff.filter(off -> !set.at().isBefore(off)).isPresent())
            .toList()
            .reversed(),
        baseline(infusion),
        due.map(one -> words(one, now, time)).orElse(""),
        due.filter(DueObservation::overdue).isPresent());
  }

  public List<GateRow> missing() {
    return gate.stream().filter(row -> !row.done()).toList();
  }

  public GateRow row(Missing.Item item) {
    return gate.stream().filter(row -> row.item() == item).findFirst().orElseThrow();
  }

  /// A value as it stands in a table.
  public static String value(ObservationSet set, Parameter parameter) {
    return set.value(parameter).map(value -> Figures.exact(value, "")).orElse("–");
  }

  /// A recorded score: `10 of 10`.
  public String total(Map<String, Integer> points, RecoveryScale scale) {
    return Figures.count(RecoveryScale.total(points)) + " of " + Figures.count(scale.highest());
  }

  private static List<GateRow> gate(
      Infusion infusion,
      RecoveryKnowledge knowledge,
      RecoveryFacts facts,
      Instant now,
      ClinicTime time) {
    var missing = new HashMap<Missing.Item, String>();
    DischargeGate.missing(infusion, knowledge, now)
        .forEach(one -> missing.put(one.item(), one.words()));
    var rows = new ArrayList<GateRow>();
    for (var item : Missing.Item.values()) {
      var words = missing.get(item);
      rows.add(
          words == null
              ? new GateRow(item, true, onRecord(item, infusion, facts, knowledge, now, time))
              : new GateRow(item, false, words));
    }
    return List.copyOf(rows);
  }

  private static String onRecord(
      Missing.Item item,
      Infusion infusion,
      RecoveryFacts facts,
      RecoveryKnowledge knowledge,
      Instant now,
      ClinicTime time) {
    return switch (item) {
      case PUMP_OFF -> pumpOffAt(infusion).map(off -> "since " + time.time(off)).orElse("");
      case OBSERVATION_TIME ->
          pumpOffAt(infusion)
              .map(off -> Figures.exact(minutes(off, now), "min") + " since the pump is off")
              .orElse("");
      case SCORE ->
          facts
              .score()
              .map(score ->
                  knowledge.scale(score.scale()).map(RecoveryScale::title).orElse(score.scale())
                      + " "
                      + RecoveryScale.total(score.points())
                      + ", at "
                      + time.time(score.at()))
              .orElse("");
      case ORIENTATION ->
          facts.orientation().map(one -> "complete, at " + time.time(one.at())).orElse("");
      case VITALS -> "current and within bounds";
      case ADVERSE_EVENTS -> "none open";
      case ESCORT ->
          facts.escort().map(escort -> escort.name() + ", " + escort.contact()).orElse("");
      case DRIVING_ADVICE ->
          facts.advice().map(one -> "given and said back, at " + time.time(one.at())).orElse("");
    };
  }

  private static BigDecimal minutes(Instant from, Instant to) {
    return BigDecimal.valueOf(Duration.between(from, to).toMinutes());
  }

  private static OpenEvent open(LogEntry entry) {
    var adverse = ((AdverseEventRecorded) entry.event()).event();
    return new OpenEvent(
        entry.number(),
        entry.event().at(),
        adverse.kind().words() + ", " + adverse.severity().words());
  }

  /// Since when the pump is off; for one who has left, when it was.
  static Optional<Instant> pumpOffAt(Infusion infusion) {
    return switch (infusion) {
      case Infusion.Recovering(_, var since) -> Optional.of(since);
      case Infusion.Discharged(var log, _) ->
          log.pumpEntries().isEmpty()
              ? Optional.empty()
              : Optional.of(log.pumpEntries().getLast().event().at());
      case Infusion.Preparing _,
          Infusion.Abandoned _,
          Infusion.Infusing _,
          Infusion.Held _,
          Infusion.Unconfirmed _ ->
          Optional.empty();
    };
  }

  private static Optional<ObservationSet> baseline(Infusion infusion) {
    return infusion
        .log()
        .started()
        .flatMap(started ->
            infusion.log().observations().stream()
                .filter(set -> !set.at().isAfter(started.at()))
                .reduce((_, later) -> later));
  }

  private static String delivered(Infusion infusion, Instant now) {
    var delivered = infusion.log().deliveredAt(now);
    return Figures.of(delivered.dose())
        + (delivered.certain() ? "" : ", at most " + Figures.of(delivered.doseAtMost()))
        + " of "
        + Figures.of(infusion.log().order().dose());
  }

  private static String words(DueObservation due, Instant now, ClinicTime time) {
    return due.overdue()
        ? "Observations overdue since " + time.timeOrDateTime(due.dueAt(), now)
        : "Next observations at " + time.timeOrDateTime(due.dueAt(), now);
  }
}
