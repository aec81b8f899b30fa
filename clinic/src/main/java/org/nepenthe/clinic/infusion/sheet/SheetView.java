package org.nepenthe.clinic.infusion.sheet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.alert.Alert;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.InfusionEvent.DrugChecked;
import org.nepenthe.care.infusion.InfusionEvent.DrugPrepared;
import org.nepenthe.care.infusion.InfusionEvent.ObservationsRecorded;
import org.nepenthe.care.infusion.InfusionEvent.PatientDischarged;
import org.nepenthe.care.infusion.InfusionEvent.TimeOutItemDone;
import org.nepenthe.care.infusion.InfusionLog;
import org.nepenthe.care.infusion.LogEntry;
import org.nepenthe.care.infusion.ObservationSet;
import org.nepenthe.care.infusion.observation.Observed;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.care.infusion.pump.Delivery;
import org.nepenthe.care.planning.DosePlan;
import org.nepenthe.care.planning.order.DoseOrder;
import org.nepenthe.clinic.platform.display.Figures;
import org.nepenthe.clinic.record.RecordedEvent;

/// Everything on record about one infusion, in the order in which it stands on paper.
///
/// @param head the hash of the newest event, which stands for all before it
/// @param events everything but observations
/// @param alerts empty where no limits are watched here
public record SheetView(
    String infusionId,
    String courseId,
    int number,
    DosePlan.Approved plan,
    List<TimeOutItemDone> timeOut,
    List<DrugPrepared> prepared,
    List<DrugChecked> checked,
    Delivery delivered,
    Optional<SheetChart> chart,
    List<Parameter> parameters,
    List<ObservationSet> observations,
    List<EventRow> events,
    Optional<List<Alert>> alerts,
    Optional<PatientDischarged> discharged,
    long version,
    String head) {

  /// One event on paper, with both clocks.
  public record EventRow(
      long number,
      Instant at,
      Instant recordedAt,
      String words,
      String by,
      Optional<String> struck) {}

  static SheetView of(
      Infusion infusion,
      List<RecordedEvent> recorded,
      Optional<List<Alert>> alerts,
      Optional<SheetChart> chart,
      Instant end) {
    var log = infusion.log();
    return new SheetView(
        log.opened().infusion().toString(),
        log.opened().course().toString(),
        log.plan().proposed().infusionNumber(),
        log.plan(),
        all(log, TimeOutItemDone.class),
        all(log, DrugPrepared.class),
        all(log, DrugChecked.class),
        log.deliveredAt(end),
        chart,
        List.of(Parameter.values()),
        log.allObservations(),
        log.entries().stream()
            .filter(entry -> !(entry.event() instanceof ObservationsRecorded))
            .map(entry -> row(log, entry))
            .toList(),
        alerts,
        all(log, PatientDischarged.class).stream().findFirst(),
        log.version(),
        recorded.getLast().hash());
  }

  public DoseOrder order() {
    return plan.order();
  }

  /// A cell of the table of observations.
  public static String cell(ObservationSet set, Parameter parameter) {
    var observed = set.values().get(parameter);
    return switch (observed) {
      case null -> "";
      case Observed.Measured(var value) -> Figures.exact(value, "");
      case Observed.Derived(var value) -> "(" + Figures.exact(value, "") + ")";
      case Observed.NotObtained(var reason) -> reason.words();
    };
  }

  private static EventRow row(InfusionLog log, LogEntry entry) {
    return new EventRow(
        entry.number(),
        entry.event().at(),
        entry.recordedAt(),
        SheetWords.of(entry.event()),
        entry.event().by().name(),
        log.strike(entry).map(strike -> strike.reason() + " (" + strike.by().name() + ")"));
  }

  private static <E> List<E> all(InfusionLog log, Class<E> type) {
    return log.standing().stream()
        .map(LogEntry::event)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }
}
