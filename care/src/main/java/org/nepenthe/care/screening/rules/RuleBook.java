package org.nepenthe.care.screening.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.screening.examination.Examination;
import org.nepenthe.care.screening.facts.ClinicDates;
import org.nepenthe.care.screening.facts.ScreeningFacts;
import org.nepenthe.care.screening.interview.Question;
import org.nepenthe.care.screening.load.OpioidLoad;
import org.nepenthe.care.screening.load.Opioids;
import org.nepenthe.care.screening.trial.Trial;
import org.nepenthe.knowledge.Entry;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Use;
import org.nepenthe.knowledge.Values;

/// Every screening rule and every question of the interview that is in force on one day, read from
/// the knowledge once.
public final class RuleBook {
  private final KnowledgeBase knowledge;
  private final ClinicDates dates;
  private final Map<String, Question> questions;
  private final LocalDate day;
  private final Opioids opioids;
  private final List<ScreeningRule> rules;
  private final Map<RuleId, Scope> scopes;

  private RuleBook(KnowledgeBase knowledge, ClinicDates dates, LocalDate day) {
    var entries = RuleKind.entries(knowledge);
    this.knowledge = knowledge;
    this.dates = dates;
    this.day = day;
    this.opioids = Opioids.of(knowledge, day);
    this.questions = Question.interview(knowledge, entries, day);
    var all = new ArrayList<ScreeningRule>();
    var scopes = new LinkedHashMap<RuleId, Scope>();
    for (var entry : entries) {
      entry
          .on(day)
          .filter(values -> values.use() != Use.OFF)
          .ifPresent(values -> {
            var rule = rule(entry, values);
            all.add(rule);
            scopes.put(RuleId.of(entry.id()), rule.looksAt());
          });
    }
    this.rules = List.copyOf(all);
    this.scopes = scopes;
  }

  public static RuleBook of(KnowledgeBase knowledge, ClinicDates dates, LocalDate day) {
    return new RuleBook(knowledge, dates, day);
  }

  /// What each rule finds, in the order of the knowledge.
  public List<Assessed> assess(ScreeningFacts facts, Instant at) {
    var found = new ArrayList<Assessed>(rules.size());
    for (var rule : rules) {
      found.add(rule.assess(facts, at));
    }
    return found;
  }

  /// What each rule looks at, in the order of the knowledge.
  public Map<RuleId, Scope> scopes() {
    return Collections.unmodifiableMap(scopes);
  }

  /// What can be examined, scored or looked up, in the order of the rules that ask for it.
  public List<Examination> examinations() {
    var all = new LinkedHashMap<String, Examination>();
    for (var entry : RuleKind.entries(knowledge)) {
      entry
          .on(day)
          .filter(values -> values.use() != Use.OFF)
          .filter(values -> !values.references("examination").isEmpty())
          .map(this::examination)
          .ifPresent(one -> all.put(one.id(), one));
    }
    return List.copyOf(all.values());
  }

  /// The opioids of the list in morphine equivalents, as the rule on them counts; nothing where no
  /// such rule is in force.
  public OpioidLoad opioidLoad(ScreeningFacts facts, Instant at) {
    for (var rule : rules) {
      if (rule instanceof OpioidLoadRule counting) {
        return counting.load(facts, at);
      }
    }
    return new OpioidLoad(List.of());
  }

  /// What is known of each kind of first-line therapy; nothing where no rule asks for it.
  public List<Trial> trials(ScreeningFacts facts, Instant at) {
    for (var rule : rules) {
      if (rule instanceof TherapyTrials asking) {
        return asking.trials(facts, at);
      }
    }
    return List.of();
  }

  public List<Question> questions() {
    return List.copyOf(questions.values());
  }

  private ScreeningRule rule(Entry entry, Values values) {
    var text = new RuleText(entry, values);
    return switch (RuleKind.of(entry).orElseThrow()) {
      case ATTESTED_CONDITION -> attested(text, AttestedFact.Source.CONDITIONS);
      case ALLERGY -> attested(text, AttestedFact.Source.ALLERGIES);
      case PREGNANCY -> attested(text, AttestedFact.Source.PREGNANCY);
      case INTERACTION -> attested(text, AttestedFact.Source.MEDICINES);
      case MEASUREMENT_LIMIT -> new MeasurementLimit(text, dates);
      case AGE_LIMIT -> new AgeLimit(text, dates);
      case PRE_TEST ->
          new PreTest(text, asked(values, "question"), question(values, "done-question"), dates);
      case INDICATION_GRADE -> new IndicationGrade(text, knowledge, dates);
      case PAIN_DURATION -> new PainDuration(text);
      case CONSISTENCY -> new Consistency(text, dates);
      case UPPER_LIMIT_MULTIPLE ->
          new UpperLimitMultiple(
              text, asked(values, "risk-question"), asked(values, "question"), dates);
      case EXAMINATION -> new ExaminationRule(text, examination(values), dates);
      case OPIOID_LOAD -> new OpioidLoadRule(text, opioids, asked(values, "question"), dates);
      case SEDATIVE_LOAD -> new SedativeLoadRule(text, asked(values, "question"), dates);
      case THERAPY_TRIALS -> new TherapyTrials(text, asked(values, "question"), dates);
    };
  }

  private Examination examination(Values values) {
    var id = values.references("examination").getFirst();
    return Examination.of(knowledge, id, day)
        .orElseThrow(() -> new IllegalStateException(id + " is asked for but not in force"));
  }

  private AttestedFact attested(RuleText text, AttestedFact.Source source) {
    return new AttestedFact(
        text,
        source,
        asked(text.values(), "question"),
        question(text.values(), "not-possible"),
        dates);
  }

  private Question asked(Values values, String key) {
    return question(values, key).orElseThrow();
  }

  private Optional<Question> question(Values values, String key) {
    return values.references(key).stream()
        .findFirst()
        .map(id ->
            Optional.ofNullable(questions.get(id))
                .orElseThrow(() -> new IllegalStateException(id + " is asked but not in force")));
  }
}
