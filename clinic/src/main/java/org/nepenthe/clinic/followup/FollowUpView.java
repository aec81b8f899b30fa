package org.nepenthe.clinic.followup;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.care.decision.InfusionId;
import org.nepenthe.care.followup.CourseDecided;
import org.nepenthe.care.followup.FollowUp;
import org.nepenthe.care.followup.FollowUpState;
import org.nepenthe.care.followup.HarmReported;
import org.nepenthe.care.followup.Prompt;
import org.nepenthe.care.followup.Relief;
import org.nepenthe.care.followup.ReliefReported;
import org.nepenthe.care.followup.Response;
import org.nepenthe.care.followup.SafetyConcern;
import org.nepenthe.care.followup.ScoresTaken;
import org.nepenthe.care.infusion.AdverseEvent;
import org.nepenthe.care.infusion.InfusionEvent.AdverseEventRecorded;
import org.nepenthe.care.infusion.InfusionLog;
import org.nepenthe.care.outcome.Answers;
import org.nepenthe.care.outcome.Change;
import org.nepenthe.care.outcome.Instrument;
import org.nepenthe.care.planning.AgreedBenefit;
import org.nepenthe.care.surveillance.CheckDone;
import org.nepenthe.care.surveillance.CheckDue;
import org.nepenthe.care.surveillance.Exposure;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.display.Figures;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Values;
import org.nepenthe.knowledge.instrument.CardScore;
import org.nepenthe.knowledge.instrument.InstrumentCard;

/// A look back as a page shows it.
///
/// @param mood the questionnaire on mood; empty where the knowledge has none
/// @param concerns answers that nobody passes over, settled ones too
/// @param moment where in the course scores taken now would stand
/// @param opioids what is said beside every look back about opioid doses
public record FollowUpView(
    List<Instrument> instruments,
    Optional<InstrumentCard> mood,
    List<SafetyConcern> concerns,
    ScoresTaken.Moment moment,
    Optional<AgreedBenefit> agreed,
    Response response,
    List<Prompt> prompts,
    Optional<Change> pain,
    Optional<Change> function,
    List<InfusionRow> infusions,
    List<HarmRow> harms,
    List<Exposure> exposure,
    List<CheckDue> checks,
    List<EntryRow> entries,
    Optional<ScoreChart> chart,
    List<CourseDecided> decisions,
    String opioids,
    List<Evidence> opioidEvidence,
    List<Evidence> agreedEvidence) {

  /// The questionnaire on mood that is asked here.
  static final String MOOD = "INS-PHQ9";

  /// One infusion and what came after it.
  public record InfusionRow(
      int number,
      InfusionId id,
      Instant startedAt,
      String given,
      Optional<Change> pain,
      Optional<Change> function,
      String relief,
      boolean reliefOpen) {}

  /// @param where at the chair or at home
  public record HarmRow(Instant at, AdverseEvent event, String where) {}

  /// One entry of the follow-up, to be read and struck.
  public record EntryRow(
      long number, Instant at, String words, String by, Optional<String> struck) {}

  static FollowUpView of(
      FollowUpBook.Gathered gathered,
      FollowUp followUp,
      KnowledgeBase knowledge,
      Instant now,
      ClinicTime time) {
    var day = time.dayOf(now);
    var facts = gathered.facts();
    var instruments = Instrument.all(knowledge, day);
    var opioids = values(knowledge, "FUP-OPI-01", day);
    return new FollowUpView(
        instruments,
        InstrumentCard.find(knowledge, day, MOOD),
        facts.state().concerns(),
        moment(facts),
        facts.agreed(),
        gathered.balance().response().outcome(),
        gathered.balance().prompts(),
        gathered.balance().pain(),
        gathered.balance().function(),
        infusions(facts, followUp, day, now, time),
        harms(facts),
        gathered.exposure(),
        facts.checks(),
        entries(facts, instruments, InstrumentCard.all(knowledge, day)),
        ScoreChart.of(facts, instruments, now, time),
        facts.state().decisions().reversed(),
        opioids.text("says"),
        opioids.evidence(),
        values(knowledge, "PLN-BEN-01", day).evidence());
  }

  /// `8 to 5, 37.5 % less`
  public static String words(Change change) {
    var fall = change.fallPercent();
    return Figures.rounded(change.before(), 3, 1)
        + " to "
        + Figures.rounded(change.after(), 3, 1)
        + fall.map(FollowUpView::less).orElse("");
  }

  private static String less(BigDecimal fall) {
    if (fall.signum() == 0) {
      return ", no change";
    }
    var percent = Figures.withUnit(Figures.rounded(fall.abs(), 3, 1), "%");
    return ", " + percent + (fall.signum() > 0 ? " less" : " more");
  }

  private static ScoresTaken.Moment moment(FollowUp.Facts facts) {
    var started = facts.infusions().stream().filter(log -> log.started().isPresent()).toList();
    if (started.isEmpty()) {
      return ScoresTaken.Moment.BASELINE;
    }
    boolean afterLast =
        facts.state().taken().stream()
            .anyMatch(taken -> taken.at().isAfter(started.getLast().started().orElseThrow().at()));
    return afterLast ? ScoresTaken.Moment.FOLLOW_UP : ScoresTaken.Moment.AFTER;
  }

  private static List<InfusionRow> infusions(
      FollowUp.Facts facts, FollowUp followUp, LocalDate day, Instant now, ClinicTime time) {
    var relief = facts.state().relief();
    var rows = new ArrayList<InfusionRow>();
    var given = facts.infusions().stream().filter(log -> log.started().isPresent()).toList();
    for (int i = 0; i < given.size(); i++) {
      var log = given.get(i);
      var reported = Optional.ofNullable(relief.get(log.opened().infusion()));
      rows.add(
          new InfusionRow(
              i + 1,
              log.opened().infusion(),
              log.started().orElseThrow().at(),
              given(log, now),
              followUp.afterInfusion(Instrument.NRS, facts, i, day, now),
              followUp.afterInfusion(Instrument.PEG, facts, i, day, now),
              reported.map(one -> words(one, time)).orElse("not asked"),
              reported.map(one -> one.relief() instanceof Relief.StillLasting).orElse(true)));
    }
    return rows;
  }

  private static String given(InfusionLog log, Instant now) {
    var delivered = log.deliveredAt(now);
    return Figures.of(delivered.dose())
        + (delivered.certain() ? "" : ", at most " + Figures.of(delivered.doseAtMost()));
  }

  private static String words(ReliefReported reported, ClinicTime time) {
    return switch (reported.relief()) {
      case Relief.NoRelief _ -> "no relief";
      case Relief.StillLasting _ -> "still lasting on " + time.date(reported.at());
      case Relief.Ended(var on) -> "until " + time.date(on);
      case Relief.CannotSay _ -> "the patient cannot say";
    };
  }

  private static List<HarmRow> harms(FollowUp.Facts facts) {
    var rows = new ArrayList<HarmRow>();
    for (var log : facts.infusions()) {
      log.standing()
          .forEach(entry -> {
            if (entry.event() instanceof AdverseEventRecorded(var event, var at, _)) {
              rows.add(new HarmRow(at, event, "at the chair"));
            }
          });
    }
    facts.state().harm().forEach(harm -> rows.add(new HarmRow(harm.at(), harm.event(), "at home")));
    return rows;
  }

  /// Newest first.
  private static List<EntryRow> entries(
      FollowUp.Facts facts, List<Instrument> instruments, List<InstrumentCard> cards) {
    var checks =
        facts.checks().stream().collect(toMap(due -> due.check().id(), due -> due.check().title()));
    return facts.state().entries().stream()
        .map(entry -> row(entry, instruments, cards, checks))
        .toList()
        .reversed();
  }

  /// @param checks titles by id; a check that the knowledge no longer holds is named by its id
  private static EntryRow row(
      FollowUpState.Entry entry,
      List<Instrument> instruments,
      List<InstrumentCard> cards,
      Map<String, String> checks) {
    var struck = entry.struck().map(strike -> strike.reason() + " (" + strike.by().name() + ")");
    return switch (entry.event()) {
      case ScoresTaken taken ->
          new EntryRow(
              entry.number(),
              taken.at(),
              scores(taken, instruments, cards) + ", " + taken.moment().words(),
              taken.by().name(),
              struck);
      case ReliefReported reported ->
          new EntryRow(
              entry.number(), reported.at(), relief(reported), reported.by().name(), struck);
      case HarmReported harm ->
          new EntryRow(
              entry.number(),
              harm.at(),
              "At home: " + harm.event().kind().words() + ", " + harm.event().severity().words(),
              harm.by().name(),
              struck);
      case CheckDone done ->
          new EntryRow(
              entry.number(),
              done.at(),
              checks.getOrDefault(done.check(), done.check())
                  + ": "
                  + done.finding().words()
                  + (done.note().isBlank() ? "" : ", " + done.note()),
              done.by().name(),
              struck);
      default -> throw new IllegalStateException("no entry of a follow-up: " + entry.event());
    };
  }

  private static String relief(ReliefReported reported) {
    return switch (reported.relief()) {
      case Relief.NoRelief _ -> "No relief";
      case Relief.StillLasting _ -> "Relief still lasting";
      case Relief.Ended(var on) -> "Relief ended on " + on;
      case Relief.CannotSay _ -> "Relief: the patient cannot say";
    };
  }

  private static String scores(
      ScoresTaken taken, List<Instrument> instruments, List<InstrumentCard> cards) {
    var words = new ArrayList<String>();
    for (var answers : taken.answers()) {
      instruments.stream()
          .filter(one -> one.id().equals(answers.instrument()))
          .findFirst()
          .ifPresent(one ->
              words.add(
                  one.shortTitle()
                      + " "
                      + one.score(answers)
                          .number()
                          .map(value -> Figures.rounded(value, 3, 1))
                          .orElse("not valid")));
      cards.stream()
          .filter(card -> card.id().equals(answers.instrument()))
          .forEach(card -> words.add(card.shortTitle() + " " + score(card, answers)));
    }
    return String.join(", ", words);
  }

  private static String score(InstrumentCard card, Answers answers) {
    return switch (CardScore.of(card, answers.items(), Optional.empty())) {
      case CardScore.Valid(var value) ->
          Figures.rounded(value, 3, 1)
              + card.reached(value).map(cutOff -> " (" + cutOff.means() + ")").orElse("");
      case CardScore.NotValid(var why) -> "without a score: " + String.join("; ", why);
    };
  }

  private static Values values(KnowledgeBase knowledge, String id, LocalDate day) {
    return knowledge
        .entry(id)
        .on(day)
        .orElseThrow(() -> new IllegalStateException(id + " says nothing for " + day));
  }
}
