package org.nepenthe.care.followup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.decision.InfusionId;
import org.nepenthe.care.followup.ScoresTaken.Moment;
import org.nepenthe.care.outcome.Instrument;
import org.nepenthe.care.outcome.Scored;
import org.nepenthe.care.surveillance.CheckDone;

/// What a course's stream says about how the patient fared.
///
/// @param entries scores, relief, harm and checks, oldest first, struck ones too
/// @param concerns answers that nobody passes over, oldest first, settled ones too
public record FollowUpState(
    List<Entry> entries, List<CourseDecided> decisions, List<SafetyConcern> concerns) {
  public FollowUpState {
    entries = List.copyOf(entries);
    concerns = List.copyOf(concerns);
    decisions = List.copyOf(decisions);
  }

  /// An event with its place in the stream.
  public record Numbered(long number, CareEvent event) {}

  /// One entry as it stands.
  ///
  /// @param struck present where it no longer counts
  public record Entry(long number, CareEvent event, Optional<FollowUpStruck> struck) {
    public boolean counts() {
      return struck.isEmpty();
    }
  }

  public static FollowUpState of(List<Numbered> events) {
    var strikes = new HashMap<Long, FollowUpStruck>();
    var decisions = new ArrayList<CourseDecided>();
    var settlements = new HashMap<Long, SafetyAnswerSettled>();
    for (var numbered : events) {
      if (numbered.event() instanceof FollowUpStruck strike) {
        strikes.put(strike.entry(), strike);
      } else if (numbered.event() instanceof CourseDecided decided) {
        decisions.add(decided);
      } else if (numbered.event() instanceof SafetyAnswerSettled settled) {
        settlements.put(settled.entry(), settled);
      }
    }
    var entries =
        events.stream()
            .filter(numbered -> canBeStruck(numbered.event()))
            .map(numbered ->
                new Entry(
                    numbered.number(),
                    numbered.event(),
                    Optional.ofNullable(strikes.get(numbered.number()))))
            .toList();
    var concerns =
        events.stream()
            .filter(numbered -> numbered.event() instanceof SafetyAnswerGiven)
            .map(numbered ->
                new SafetyConcern(
                    numbered.number(),
                    (SafetyAnswerGiven) numbered.event(),
                    Optional.ofNullable(settlements.get(numbered.number()))))
            .toList();
    return new FollowUpState(entries, decisions, concerns);
  }

  /// Scores, relief, harm and checks; a decision is never struck but followed by another.
  public static boolean canBeStruck(CareEvent event) {
    return event instanceof ScoresTaken
        || event instanceof ReliefReported
        || event instanceof HarmReported
        || event instanceof CheckDone;
  }

  /// Answers that nobody passes over and about which nobody has said yet what was done.
  public List<SafetyConcern> openConcerns() {
    return concerns.stream().filter(SafetyConcern::open).toList();
  }

  public Optional<CourseDecided> latestDecision() {
    return decisions.isEmpty() ? Optional.empty() : Optional.of(decisions.getLast());
  }

  /// Every valid score of an instrument that counts, by the time the patient gave it.
  public List<Scored> scores(Instrument instrument) {
    return taken().stream()
        .flatMap(taken -> scored(taken, instrument).stream())
        .sorted(Comparator.comparing(Scored::at))
        .toList();
  }

  /// The last valid score before the first infusion.
  public Optional<Scored> baseline(Instrument instrument) {
    return taken().stream()
        .filter(taken -> taken.moment() == Moment.BASELINE)
        .flatMap(taken -> scored(taken, instrument).stream())
        .max(Comparator.comparing(Scored::at));
  }

  /// The newest valid score in a stretch, both ends included, that is no baseline.
  public Optional<Scored> latest(Instrument instrument, Instant from, Instant to) {
    return taken().stream()
        .filter(taken -> taken.moment() != Moment.BASELINE)
        .flatMap(taken -> scored(taken, instrument).stream())
        .filter(score -> !score.at().isBefore(from) && !score.at().isAfter(to))
        .max(Comparator.comparing(Scored::at));
  }

  /// What was said last of the relief after each infusion.
  public Map<InfusionId, ReliefReported> relief() {
    var relief = new LinkedHashMap<InfusionId, ReliefReported>();
    counting(ReliefReported.class).forEach(report -> relief.put(report.infusion(), report));
    return relief;
  }

  public List<HarmReported> harm() {
    return counting(HarmReported.class);
  }

  public List<CheckDone> checks() {
    return counting(CheckDone.class);
  }

  public List<ScoresTaken> taken() {
    return counting(ScoresTaken.class);
  }

  private <E extends CareEvent> List<E> counting(Class<E> type) {
    return entries.stream()
        .filter(Entry::counts)
        .map(Entry::event)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private static Optional<Scored> scored(ScoresTaken taken, Instrument instrument) {
    return taken.answers().stream()
        .filter(answers -> answers.instrument().equals(instrument.id()))
        .flatMap(answers -> instrument.score(answers).number().stream())
        .map(value -> new Scored(value, taken.at()))
        .findFirst();
  }
}
