package org.nepenthe.clinic.screening;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.chart.Chart;
import org.nepenthe.care.chart.Concepts;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.decision.DecisionRecord;
import org.nepenthe.care.decision.Input;
import org.nepenthe.care.referral.ReferralState;
import org.nepenthe.care.screening.Eligibility;
import org.nepenthe.care.screening.Screened;
import org.nepenthe.care.screening.Screening;
import org.nepenthe.care.screening.ScreeningState;
import org.nepenthe.care.screening.facts.ScreeningFacts;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.knowledge.KnowledgeVersions;
import org.nepenthe.clinic.patient.PatientCharts;
import org.nepenthe.clinic.record.EventJson;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.stereotype.Service;

/// Decides stored decisions again: with the knowledge each pinned, to show that nothing in the
/// record, the charts or the rules has moved under it; and with the knowledge in use now.
@Service
public class Replays {
  private final PatientCharts charts;
  private final KnowledgeVersions versions;
  private final KnowledgeBase inUse;
  private final ZoneId zone;

  Replays(PatientCharts charts, KnowledgeVersions versions, KnowledgeBase knowledge, ZoneId zone) {
    this.charts = charts;
    this.versions = versions;
    this.inUse = knowledge;
    this.zone = zone;
  }

  /// Every screening decision of a course, oldest first, decided again.
  public List<Replay> of(Course course) {
    var replays = new ArrayList<Replay>();
    var events = course.events();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i) instanceof Screened screened) {
        replays.add(replay(course, screened, events.subList(0, i)));
      }
    }
    return List.copyOf(replays);
  }

  private Replay replay(Course course, Screened stored, List<CareEvent> before) {
    var decision = stored.decision();
    var pinned = versions.base(decision.knowledge().contentHash());
    if (pinned.isEmpty()) {
      return new Replay.NotPossible(
          stored, "The version of the knowledge it was made with was never kept here.");
    }
    var chart = charts.chartAsOf(course.patient(), decision.decidedAt());
    if (chart.isEmpty()) {
      return new Replay.NotPossible(stored, "The chart of that moment is not there.");
    }
    var again = decide(pinned.get(), chart.get(), before, decision);
    if (again.isEmpty()) {
      return new Replay.NotPossible(
          stored, "This software cannot read the rules of that version of the knowledge.");
    }
    return new Replay.Replayed(
        stored,
        json(stored, again.get()).equals(json(stored, decision)),
        ScreeningState.changes(decision, again.get()),
        decide(inUse, chart.get(), before, decision)
            .map(today -> ScreeningState.changes(decision, today))
            .orElse(List.of()));
  }

  /// Empty where the software has moved on so far that it cannot read the base.
  private Optional<DecisionRecord<Eligibility>> decide(
      KnowledgeBase base,
      Chart chart,
      List<CareEvent> before,
      DecisionRecord<Eligibility> decision) {
    var at = decision.decidedAt();
    var state = ScreeningState.of(before);
    var facts =
        new ScreeningFacts(
            chart,
            state.interview(),
            ReferralState.of(before).current(),
            Concepts.of(base, dayOf(at)),
            state.examinations(),
            state.doses(),
            state.trials());
    try {
      var screening = new Screening(base, zone, decision.softwareVersion());
      return Optional.of(
          keptInWords(decision) ? screening.assessInWords(facts, at) : screening.assess(facts, at));
    } catch (IllegalArgumentException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static boolean keptInWords(DecisionRecord<Eligibility> decision) {
    return decision.inputs().stream().allMatch(Input.InWords.class::isInstance);
  }

  private LocalDate dayOf(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  /// As the event in which it is stored: there the outcome is written with the name of what it is.
  private static String json(Screened stored, DecisionRecord<Eligibility> decision) {
    return EventJson.mapper().writeValueAsString(new Screened(decision, stored.by()));
  }
}
