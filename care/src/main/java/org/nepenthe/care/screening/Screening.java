package org.nepenthe.care.screening;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.care.decision.DecisionRecord;
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
import org.nepenthe.knowledge.Entry;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Use;
import org.nepenthe.knowledge.Values;

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
  private final List<Entry> ruleEntries;
  private final ClinicDates dates;
  private final String softwareVersion;

  /// @param zone the clinic's, in which days are counted and written
  public Screening(KnowledgeBase knowledge, ZoneId zone, String softwareVersion) {
    this.knowledge = knowledge;
    this.ruleEntries = RuleKind.entries(knowledge);
    this.dates = new ClinicDates(zone);
    this.softwareVersion = softwareVersion;
  }

  /// Applies every rule that is in force at a moment. The same facts, knowledge and moment always
  /// give the same record.
  public DecisionRecord<Eligibility> assess(ScreeningFacts facts, Instant at) {
    var assessed = rules(dates.dayOf(at)).stream().map(rule -> rule.assess(facts, at)).toList();
    return new DecisionRecord<>(
        eligibility(assessed),
        assessed.stream().map(Assessed::reason).toList(),
        new FactsInWords(dates).of(facts, at),
        new KnowledgeVersion(knowledge.version(), knowledge.contentHash()),
        softwareVersion,
        at);
  }

  /// The interview as it is to be asked at a moment.
  public List<Question> interview(Instant at) {
    return List.copyOf(questions(dates.dayOf(at)).values());
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
                    one.settledBy(),
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

  private Map<String, Question> questions(LocalDate day) {
    return Question.interview(knowledge, ruleEntries, day);
  }

  private List<ScreeningRule> rules(LocalDate day) {
    var questions = questions(day);
    var rules = new ArrayList<ScreeningRule>();
    for (var entry : ruleEntries) {
      entry
          .on(day)
          .filter(values -> values.use() != Use.OFF)
          .ifPresent(values -> rules.add(rule(entry, values, questions)));
    }
    return rules;
  }

  private ScreeningRule rule(Entry entry, Values values, Map<String, Question> questions) {
    var text = new RuleText(entry, values);
    var kind = RuleKind.of(entry).orElseThrow();
    return switch (kind) {
      case ATTESTED_CONDITION -> attested(text, AttestedFact.Source.CONDITIONS, questions);
      case ALLERGY -> attested(text, AttestedFact.Source.ALLERGIES, questions);
      case PREGNANCY -> attested(text, AttestedFact.Source.PREGNANCY, questions);
      case INTERACTION -> attested(text, AttestedFact.Source.MEDICINES, questions);
      case MEASUREMENT_LIMIT -> new MeasurementLimit(text, dates);
      case AGE_LIMIT -> new AgeLimit(text, dates);
      case PRE_TEST ->
          new PreTest(
              text,
              question(values, "question", questions).orElseThrow(),
              question(values, "done-question", questions),
              dates);
      case INDICATION_GRADE -> new IndicationGrade(text, knowledge, dates);
      case PAIN_DURATION -> new PainDuration(text);
    };
  }

  private AttestedFact attested(
      RuleText text, AttestedFact.Source source, Map<String, Question> questions) {
    return new AttestedFact(
        text, source, question(text.values(), "question", questions).orElseThrow(), dates);
  }

  private static Optional<Question> question(
      Values values, String key, Map<String, Question> questions) {
    return values.references(key).stream()
        .findFirst()
        .map(id ->
            Optional.ofNullable(questions.get(id))
                .orElseThrow(() -> new IllegalStateException(id + " is asked but not in force")));
  }
}
