package org.nepenthe.clinic.planning;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.chart.Identity;
import org.nepenthe.care.chart.Identity.Sex;
import org.nepenthe.care.chart.Measurement;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.infusion.InfusionEvent;
import org.nepenthe.care.infusion.InfusionLog;
import org.nepenthe.care.infusion.LogEntry;
import org.nepenthe.care.planning.PlanFacts;
import org.nepenthe.care.planning.order.BodySize;
import org.nepenthe.care.planning.protocol.EarlierDose;
import org.nepenthe.care.referral.ReferralState;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.patient.PatientCharts;
import org.nepenthe.clinic.record.EventRecord;
import org.nepenthe.quantity.BodyWeight;
import org.springframework.stereotype.Component;

/// What the record knows of a patient that a plan is held against: size, indication, and everything
/// that was given here before.
@Component
class PlanKnows {
  private static final List<String> HEIGHT = List.of("8302-2", "3137-7");

  private final PatientCharts charts;
  private final EventRecord record;

  PlanKnows(PatientCharts charts, EventRecord record) {
    this.charts = charts;
    this.record = record;
  }

  /// @param lastWeight the weight before the one that is typed
  PlanFacts facts(Course course, Optional<BodyWeight> lastWeight, Instant now) {
    return new PlanFacts(lastWeight, size(course, now), indication(course), earlier(course, now));
  }

  BodySize size(Course course, Instant now) {
    var height =
        charts
            .latest(course.patient(), HEIGHT, now)
            .filter(measured -> measured.unit().equals("cm"))
            .map(Measurement::value)
            .filter(value -> value.signum() > 0)
            .map(value -> new BigDecimal(value.toPlainString()));
    var sex = charts.identity(course.patient()).map(Identity::sex).orElse(Sex.NOT_KNOWN);
    return new BodySize(height, sex);
  }

  static Optional<String> indication(Course course) {
    return ReferralState.of(course.events())
        .current()
        .map(referral -> referral.diagnosis().indication());
  }

  private List<EarlierDose> earlier(Course course, Instant now) {
    return infusions(course.patient(), now).stream()
        .filter(log -> log.started().isPresent())
        .map(log ->
            new EarlierDose(
                log.deliveredAt(now).doseAtMost(),
                log.started().orElseThrow().at(),
                log.opened().course().equals(course.id())))
        .toList();
  }

  /// Every infusion of a patient here as it was on record at a moment, oldest first.
  List<InfusionLog> infusions(PatientId patient, Instant asOf) {
    var logs = new ArrayList<InfusionLog>();
    for (var stream : record.streamsAbout(patient, "infusion")) {
      var entries =
          record.read(stream).stream()
              .filter(event -> !event.recordedAt().isAfter(asOf))
              .map(event ->
                  new LogEntry(event.version(), event.recordedAt(), (InfusionEvent) event.event()))
              .toList();
      if (!entries.isEmpty()) {
        logs.add(new InfusionLog(entries));
      }
    }
    logs.sort(Comparator.comparing(log -> log.opened().at()));
    return List.copyOf(logs);
  }
}
