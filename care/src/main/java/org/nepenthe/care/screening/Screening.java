package org.nepenthe.care.screening;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.DecisionRecord;
import org.nepenthe.care.decision.Input;
import org.nepenthe.care.decision.KnowledgeVersion;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.screening.Eligibility.Contraindication;
import org.nepenthe.care.screening.Eligibility.Degree;
import org.nepenthe.care.screening.Eligibility.DueTest;
import org.nepenthe.care.screening.Eligibility.Eligible;
import org.nepenthe.care.screening.Eligibility.MissingFact;
import org.nepenthe.care.screening.Eligibility.NotEligible;
import org.nepenthe.care.screening.Eligibility.Precaution;
import org.nepenthe.care.screening.Eligibility.Undetermined;
import org.nepenthe.care.screening.basis.Basis;
import org.nepenthe.care.screening.examination.Examination;
import org.nepenthe.care.screening.facts.ClinicDates;
import org.nepenthe.care.screening.facts.FactsInWords;
import org.nepenthe.care.screening.facts.ScreeningFacts;
import org.nepenthe.care.screening.interview.Question;
import org.nepenthe.care.screening.load.OpioidLoad;
import org.nepenthe.care.screening.rules.Assessed;
import org.nepenthe.care.screening.rules.RuleBook;
import org.nepenthe.care.screening.rules.Settling;
import org.nepenthe.care.screening.trial.Trial;
import org.nepenthe.knowledge.KnowledgeBase;

/// Decides whether a patient is eligible, by every rule of the knowledge and with every reason.
public final class Screening {
  /// Without rules everybody would be eligible.
  private static final MissingFact NO_RULES =
      new MissingFact(
          RuleId.of("SCR"),
          "Screening rules",
          "no screening rule is in force on this day",
          List.of("Correct the knowledge base"),
          Optional.empty());

  private final KnowledgeBase knowledge;
  private final ClinicDates dates;
  private final String softwareVersion;
  private volatile OfDay book;

  /// @param zone the clinic's, in which days are counted and written
  public Screening(KnowledgeBase knowledge, ZoneId zone, String softwareVersion) {
    this.knowledge = knowledge;
    this.dates = new ClinicDates(zone);
    this.softwareVersion = softwareVersion;
    this.book = ofDay(LocalDate.EPOCH);
  }

  /// Applies every rule that is in force at a moment. The same facts, knowledge and moment always
  /// give the same record.
  public DecisionRecord<Eligibility> assess(ScreeningFacts facts, Instant at) {
    return assess(facts, at, day(at).basis().inputs(facts, at));
  }

  /// The same decision with nothing but the words of each fact, as the record holds those that
  /// were kept without date and source: only so does one of them come out again as it is stored.
  public DecisionRecord<Eligibility> assessInWords(ScreeningFacts facts, Instant at) {
    return assess(facts, at, Input.inWords(new FactsInWords(dates).of(facts, at)));
  }

  private DecisionRecord<Eligibility> assess(ScreeningFacts facts, Instant at, List<Input> inputs) {
    var assessed = day(at).rules().assess(facts, at);
    return new DecisionRecord<>(
        eligibility(assessed),
        assessed.stream().map(Assessed::reason).toList(),
        inputs,
        new KnowledgeVersion(knowledge.version(), knowledge.contentHash()),
        softwareVersion,
        at);
  }

  /// The interview as it is to be asked at a moment.
  public List<Question> interview(Instant at) {
    return day(at).rules().questions();
  }

  /// What can be examined, scored or looked up at a moment.
  public List<Examination> examinations(Instant at) {
    return day(at).rules().examinations();
  }

  /// The opioids of the list in morphine equivalents.
  public OpioidLoad opioidLoad(ScreeningFacts facts, Instant at) {
    return day(at).rules().opioidLoad(facts, at);
  }

  /// What is known of each kind of first-line therapy.
  public List<Trial> trials(ScreeningFacts facts, Instant at) {
    return day(at).rules().trials(facts, at);
  }

  /// What would settle everything that is not known at a moment, each thing once, with the rules
  /// that wait for it.
  public List<Open> open(ScreeningFacts facts, Instant at) {
    var waiting = new LinkedHashMap<Settling, List<RuleId>>();
    for (var one : day(at).rules().assess(facts, at)) {
      if (one.reason().verdict() instanceof Verdict.Unknown) {
        for (var way : one.settledBy()) {
          waiting.computeIfAbsent(way, _ -> new ArrayList<>()).add(one.reason().rule());
        }
      }
    }
    return waiting.entrySet().stream().map(e -> new Open(e.getKey(), e.getValue())).toList();
  }

  /// One thing to do, and the rules that cannot be decided before.
  public record Open(Settling settling, List<RuleId> rules) {
    public Open {
      rules = List.copyOf(rules);
    }
  }

  /// Contraindications outweigh what is not known, and what is not known outweighs everything else:
  /// a fact that goes missing can therefore never make anybody eligible.
  private static Eligibility eligibility(List<Assessed> all) {
    var contraindications = new ArrayList<Contraindication>();
    var missing = new ArrayList<MissingFact>();
    var precautions = new ArrayList<Precaution>();
    var tests = new ArrayList<DueTest>();
    for (var one : all) {
      var reason = one.reason();
      switch (reason.verdict()) {
        case Verdict.NotMet _ -> {}
        case Verdict.Unknown unknown ->
            missing.add(
                new MissingFact(
                    reason.rule(),
                    reason.title(),
                    unknown.observed(),
                    one.settledBy().stream().map(Settling::words).toList(),
                    one.question()));
        case Verdict.Met met -> {
          switch (one.bearing()) {
            case ABSOLUTE -> contraindications.add(contraindication(one, met, Degree.ABSOLUTE));
            case RELATIVE -> contraindications.add(contraindication(one, met, Degree.RELATIVE));
            case PRECAUTION ->
                precautions.add(
                    new Precaution(reason.rule(), reason.title(), met.observed(), one.action()));
            case TEST ->
                tests.add(new DueTest(reason.rule(), reason.title(), met.observed(), one.action()));
          }
        }
      }
    }
    if (all.isEmpty()) {
      missing.add(NO_RULES);
    }
    if (!contraindications.isEmpty()) {
      return new NotEligible(contraindications, missing, precautions, tests);
    }
    return missing.isEmpty()
        ? new Eligible(precautions, tests)
        : new Undetermined(missing, precautions, tests);
  }

  private static Contraindication contraindication(Assessed one, Verdict.Met met, Degree degree) {
    return new Contraindication(
        one.reason().rule(),
        one.reason().title(),
        degree,
        met.observed(),
        met.observedAt(),
        one.restriction());
  }

  /// The rules of a day are read once and kept: a clinic screens many people on one day.
  private OfDay day(Instant at) {
    var day = dates.dayOf(at);
    var kept = book;
    if (!kept.day().equals(day)) {
      kept = ofDay(day);
      book = kept;
    }
    return kept;
  }

  private OfDay ofDay(LocalDate day) {
    var rules = RuleBook.of(knowledge, dates, day);
    return new OfDay(day, rules, Basis.of(rules, dates));
  }

  private record OfDay(LocalDate day, RuleBook rules, Basis basis) {}
}
