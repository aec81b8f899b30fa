package org.nepenthe.clinic.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.nepenthe.care.chart.Chart;
import org.nepenthe.care.chart.Concepts;
import org.nepenthe.care.decision.DecisionRecord;
import org.nepenthe.care.decision.InfusionId;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.followup.FollowUp;
import org.nepenthe.care.followup.FollowUpState;
import org.nepenthe.care.followup.Response;
import org.nepenthe.care.infusion.InfusionEvent;
import org.nepenthe.care.infusion.InfusionLog;
import org.nepenthe.care.infusion.LogEntry;
import org.nepenthe.care.surveillance.Check;
import org.nepenthe.care.surveillance.CheckDue;
import org.nepenthe.care.surveillance.Exposure;
import org.nepenthe.care.surveillance.Surveillance;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.record.EventRecord;
import org.nepenthe.clinic.record.RecordedEvent;
import org.nepenthe.clinic.record.StreamId;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.stereotype.Component;

/// Gathers what a look back is made from: the course's own events, its infusions, and what all of
/// the patient's courses say of exposure and checks.
@Component
class FollowUpBook {
  private final EventRecord record;
  private final KnowledgeBase knowledge;
  private final ClinicTime time;

  FollowUpBook(EventRecord record, KnowledgeBase knowledge, ClinicTime time) {
    this.record = record;
    this.knowledge = knowledge;
    this.time = time;
  }

  /// Everything that a look back shows.
  ///
  /// @param exposure over all of the patient's infusions here
  record Gathered(FollowUp.Facts facts, FollowUp.Balance balance, List<Exposure> exposure) {}

  Gathered gather(Course course, Chart chart, Instant now) {
    var day = time.dayOf(now);
    var all = infusionsOf(course.patient(), now);
    var mine = all.stream().filter(log -> log.opened().course().equals(course.id())).toList();
    var facts =
        new FollowUp.Facts(
            state(course.recorded()),
            course.planning().agreed(),
            mine,
            checks(course, chart, all, day, now));
    return new Gathered(facts, followUp().assess(facts, day, now), Exposure.of(all, now));
  }

  FollowUp followUp() {
    return new FollowUp(knowledge, softwareVersion());
  }

  static FollowUpState state(List<RecordedEvent> recorded) {
    return FollowUpState.of(
        recorded.stream()
            .map(event -> new FollowUpState.Numbered(event.version(), event.event()))
            .toList());
  }

  private List<CheckDue> checks(
      Course course, Chart chart, List<InfusionLog> infusions, LocalDate day, Instant now) {
    var done =
        record.streamsAbout(course.patient(), "course").stream()
            .flatMap(stream -> state(record.read(stream)).checks().stream())
            .toList();
    return Surveillance.due(
        Check.all(knowledge, day),
        new Surveillance.Facts(
            chart.measurements(),
            Concepts.of(knowledge, day),
            done,
            course.recorded().getFirst().happenedAt(),
            infusions),
        now);
  }

  /// The look back as it was at a moment, by any version of the knowledge.
  ///
  /// @param course as it stood then
  DecisionRecord<Response> again(
      Course course, KnowledgeBase base, String software, Instant decidedAt) {
    var mine =
        infusionsOf(course.patient(), decidedAt).stream()
            .filter(log -> log.opened().course().equals(course.id()))
            .toList();
    var facts =
        new FollowUp.Facts(state(course.recorded()), course.planning().agreed(), mine, List.of());
    return new FollowUp(base, software).assess(facts, time.dayOf(decidedAt), decidedAt).response();
  }

  private List<InfusionLog> infusionsOf(PatientId patient, Instant asOf) {
    var logs = new ArrayList<InfusionLog>();
    for (var stream : record.streamsAbout(patient, "infusion")) {
      var entries =
          entries(stream).stream().filter(entry -> !entry.recordedAt().isAfter(asOf)).toList();
      if (!entries.isEmpty()) {
        logs.add(new InfusionLog(entries));
      }
    }
    logs.sort(Comparator.comparing(log -> log.opened().at()));
    return logs;
  }

  InfusionLog log(InfusionId infusion) {
    return log(StreamId.of(infusion));
  }

  private InfusionLog log(StreamId stream) {
    return new InfusionLog(entries(stream));
  }

  private List<LogEntry> entries(StreamId stream) {
    return record.read(stream).stream()
        .map(event ->
            new LogEntry(event.version(), event.recordedAt(), (InfusionEvent) event.event()))
        .toList();
  }

  private static String softwareVersion() {
    return Objects.requireNonNullElse(
        FollowUpBook.class.getPackage().getImplementationVersion(), "development");
  }
}
