package org.nepenthe.care.screening;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nepenthe.care.chart.Allergy;
import org.nepenthe.care.chart.Chart;
import org.nepenthe.care.chart.Concepts;
import org.nepenthe.care.chart.Condition;
import org.nepenthe.care.chart.Dosing;
import org.nepenthe.care.chart.Finding;
import org.nepenthe.care.chart.Identity;
import org.nepenthe.care.chart.Identity.Sex;
import org.nepenthe.care.chart.Measurement;
import org.nepenthe.care.chart.Medication;
import org.nepenthe.care.chart.ProcedureDone;
import org.nepenthe.care.chart.Provenance;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Coded;
import org.nepenthe.care.decision.DecisionRecord;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.decision.Reason;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.referral.FailedTherapy;
import org.nepenthe.care.referral.PainDiagnosis;
import org.nepenthe.care.referral.Referral;
import org.nepenthe.care.referral.Referrer;
import org.nepenthe.care.referral.TherapyKind;
import org.nepenthe.care.referral.WhyStopped;
import org.nepenthe.care.screening.examination.Examinations;
import org.nepenthe.care.screening.examination.Examined;
import org.nepenthe.care.screening.facts.ScreeningFacts;
import org.nepenthe.care.screening.interview.Answer;
import org.nepenthe.care.screening.interview.Interview;
import org.nepenthe.care.screening.interview.InterviewAnswered;
import org.nepenthe.care.screening.interview.OpioidDoseStated;
import org.nepenthe.care.screening.interview.TrialJudged;
import org.nepenthe.care.screening.rules.RuleKind;
import org.nepenthe.knowledge.KnowledgeBase;

/// A patient for screening tests. It begins as somebody of whom everything is known and nothing
/// stands in the way; a test then changes the one thing it is about.
final class Case {
  static final Instant NOW = Instant.parse("2026-05-10T09:00:00Z");
  static final KnowledgeBase KNOWLEDGE = KnowledgeBase.shipped();
  static final Screening SCREENING = new Screening(KNOWLEDGE, ZoneOffset.UTC, "test");
  static final Concepts CONCEPTS = Concepts.of(KNOWLEDGE, LocalDate.of(2026, 5, 10));
  static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
  static final int RULES = RuleKind.entries(KNOWLEDGE).size();
  static final Actor PHYSICIAN = new Actor("u1", "Dr Ada", Role.PHYSICIAN);
  static final Actor NURSE = new Actor("u2", "Ben", Role.NURSE);

  /// A symptom in three categories and a sign in two, the rest not there.
  static final Map<String, Answer> BUDAPEST =
      Map.ofEntries(
          Map.entry("disproportionate", Answer.PRESENT),
          Map.entry("symptom-sensory", Answer.PRESENT),
          Map.entry("symptom-vasomotor", Answer.PRESENT),
          Map.entry("symptom-sudomotor", Answer.PRESENT),
          Map.entry("symptom-motor", Answer.ABSENT),
          Map.entry("sign-sensory", Answer.PRESENT),
          Map.entry("sign-vasomotor", Answer.PRESENT),
          Map.entry("sign-sudomotor", Answer.ABSENT),
          Map.entry("sign-motor", Answer.ABSENT),
          Map.entry("no-better-diagnosis", Answer.PRESENT));

  private final List<Examined> examinations = new ArrayList<>();
  private final List<OpioidDoseStated> doses = new ArrayList<>();
  private final List<TrialJudged> trials = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<ProcedureDone> procedures = new ArrayList<>();
  private final List<FailedTherapy> tried = new ArrayList<>();
  private final List<Condition> conditions = new ArrayList<>();
  private final List<Medication> medications = new ArrayList<>();
  private final List<Measurement> measurements = new ArrayList<>();
  private final List<Allergy> allergies = new ArrayList<>();
  private final List<InterviewAnswered> answers = new ArrayList<>();
  private Optional<Referral> referral = Optional.empty();
  private LocalDate birthDate = LocalDate.of(1980, 1, 1);
  private Sex sex = Sex.FEMALE;
  private Optional<Instant> deceasedAt = Optional.empty();
  private int sourceIds;

  /// Everything known, nothing in the way.
  static Case healthy() {
    var patient = new Case();
    for (var question : SCREENING.interview(NOW)) {
      patient.answered(question.id(), Answer.ABSENT, NOW.minus(Duration.ofHours(1)));
    }
    return patient
        .examined("INS-BUDAPEST", BUDAPEST, LocalDate.of(2026, 5, 1))
        .examined("CHK-PDMP", Map.of("as-expected", Answer.PRESENT), LocalDate.of(2026, 5, 9))
        .pressure("120", "75", NOW.minus(Duration.ofDays(1)))
        .referred(PainDiagnosis.COMPLEX_REGIONAL_PAIN_SYNDROME, 24);
  }

  Case answered(String question, Answer answer, Instant at) {
    return answered(question, answer, at, NURSE, "", List.of());
  }

  /// Replaces every earlier answer to the question.
  Case answered(
      String question, Answer answer, Instant at, Actor by, String note, List<String> refutes) {
    unanswered(question);
    answers.add(new InterviewAnswered(question, answer, note, refutes, by, at));
    return this;
  }

  Case unanswered(String question) {
    answers.removeIf(answer -> answer.question().equals(question));
    return this;
  }

  Case condition(String system, String code, Condition.Status status) {
    conditions.add(
        new Condition(
            CONCEPTS.classify(system, code, "condition " + code),
            status,
            Optional.of(Instant.parse("2019-03-01T00:00:00Z")),
            Optional.empty(),
            provenance(NOW.minus(Duration.ofDays(30)))));
    return this;
  }

  Case medicine(String system, String code, Medication.Status status, Instant recordedAt) {
    medications.add(
        new Medication(
            CONCEPTS.classify(system, code, "medicine " + code),
            status,
            Optional.of(Instant.parse("2025-03-01T00:00:00Z")),
            Optional.empty(),
            provenance(recordedAt)));
    return this;
  }

  Case allergy(String system, String code, Instant recordedAt) {
    return allergy(system, code, Allergy.Status.ACTIVE, recordedAt);
  }

  Case allergy(String system, String code, Allergy.Status status, Instant recordedAt) {
    allergies.add(
        new Allergy(
            CONCEPTS.classify(system, code, code),
            status,
            Optional.empty(),
            Optional.empty(),
            provenance(recordedAt)));
    return this;
  }

  /// A statement on the chart by its code in SNOMED CT.
  Case stated(String code, Instant at) {
    findings.add(
        new Finding(
            CONCEPTS.classify("http://snomed.info/sct", code, code),
            new Coded.Unrecognised("", "", ""),
            at,
            provenance(at)));
    return this;
  }

  Case measured(String loinc, String value, String unit, Instant at) {
    measurements.add(
        new Measurement(
            Measurement.Category.LABORATORY,
            CONCEPTS.classify("http://loinc.org", loinc, loinc),
            new BigDecimal(value),
            unit,
            Optional.empty(),
            at,
            provenance(at)));
    return this;
  }

  /// A laboratory value with the laboratory's own upper limit of normal; `-` leaves the limit out.
  Case laboratory(String loinc, String value, String upperLimit, Instant at) {
    measurements.add(
        new Measurement(
            Measurement.Category.LABORATORY,
            CONCEPTS.classify("http://loinc.org", loinc, loinc),
            new BigDecimal(value),
            "U/L",
            Optional.empty(),
            upperLimit.equals("-") ? Optional.empty() : Optional.of(new BigDecimal(upperLimit)),
            at,
            provenance(at)));
    return this;
  }

  /// Replaces every earlier examination of the kind.
  Case examined(String examination, Map<String, Answer> items, LocalDate doneOn) {
    notExamined(examination);
    examinations.add(
        new Examined(
            examination,
            items.entrySet().stream()
                .map(item -> new Examined.Item(item.getKey(), item.getValue()))
                .toList(),
            Optional.empty(),
            doneOn,
            "",
            NURSE,
            NOW.minus(Duration.ofHours(1))));
    return this;
  }

  Case scored(String instrument, int total, LocalDate doneOn) {
    notExamined(instrument);
    examinations.add(
        new Examined(
            instrument,
            List.of(),
            Optional.of(total),
            doneOn,
            "",
            NURSE,
            NOW.minus(Duration.ofHours(1))));
    return this;
  }

  Case notExamined(String examination) {
    examinations.removeIf(one -> one.examination().equals(examination));
    return this;
  }

  Case opioid(String rxNorm, Medication.Status status, Optional<Dosing> dosing) {
    medications.add(
        new Medication(
            CONCEPTS.classify(RXNORM, rxNorm, "opioid " + rxNorm),
            status,
            Optional.of(NOW.minus(Duration.ofDays(60))),
            Optional.of("as the paper says"),
            dosing,
            provenance(NOW.minus(Duration.ofDays(30)))));
    return this;
  }

  /// States how much is taken of the newest entry of the chart.
  Case dose(String opioid, String amount, String unit, Actor by, Instant at) {
    doses.add(
        new OpioidDoseStated(
            newestSourceId(), opioid, new BigDecimal(amount), unit, "asked", by, at));
    return this;
  }

  Case judged(TherapyKind kind, TrialJudged.Judgement judgement, Actor by, Instant at) {
    trials.add(new TrialJudged(kind, judgement, "", by, at));
    return this;
  }

  /// The coded answer of an observation.
  Case found(String loinc, String system, String code, Instant at) {
    findings.add(
        new Finding(
            CONCEPTS.classify("http://loinc.org", loinc, "question " + loinc),
            CONCEPTS.classify(system, code, "answer " + code),
            at,
            provenance(at)));
    return this;
  }

  Case procedure(String system, String code, Optional<Instant> at) {
    procedures.add(
        new ProcedureDone(
            CONCEPTS.classify(system, code, "procedure " + code),
            at,
            provenance(NOW.minus(Duration.ofDays(30)))));
    return this;
  }

  /// One more row of the referral; to be called before the referral is made.
  Case tried(TherapyKind kind, String what, String howLong, WhyStopped why) {
    tried.add(new FailedTherapy(kind, what, howLong, why));
    return this;
  }

  Case died(Instant at) {
    deceasedAt = Optional.of(at);
    return this;
  }

  /// Replaces every earlier pressure; a value of `-` leaves it out.
  Case pressure(String systolic, String diastolic, Instant at) {
    measurements.clear();
    if (!systolic.equals("-")) {
      measured("8480-6", systolic, "mm[Hg]", at);
    }
    if (!diastolic.equals("-")) {
      measured("8462-4", diastolic, "mm[Hg]", at);
    }
    return this;
  }

  Case referred(PainDiagnosis diagnosis, int months) {
    referral =
        Optional.of(
            new Referral(
                new Referrer("Dr Cara", "Practice", ""),
                diagnosis,
                "pain in words",
                months,
                tried,
                List.of(),
                NOW.minus(Duration.ofDays(20)),
                NURSE));
    return this;
  }

  Case notReferred() {
    referral = Optional.empty();
    return this;
  }

  Case born(LocalDate date) {
    birthDate = date;
    return this;
  }

  Case sex(Sex recorded) {
    sex = recorded;
    return this;
  }

  /// The source id that the newest chart entry got.
  String newestSourceId() {
    return "src-" + sourceIds;
  }

  private Provenance provenance(Instant recordedAt) {
    sourceIds++;
    return new Provenance("test", "src-" + sourceIds, recordedAt, "u2");
  }

  ScreeningFacts facts() {
    var identity =
        new Identity(
            new PatientId(new UUID(0, 7)),
            "urn:test",
            "MRN-7",
            "Family",
            "Given",
            birthDate,
            sex,
            deceasedAt,
            new Provenance("test", "patient", NOW, "u2"));
    return new ScreeningFacts(
        new Chart(identity, conditions, medications, measurements, findings, allergies, procedures),
        new Interview(answers),
        referral,
        CONCEPTS,
        new Examinations(examinations),
        doses,
        trials);
  }

  DecisionRecord<Eligibility> screened() {
    return SCREENING.assess(facts(), NOW);
  }

  Reason reason(String rule) {
    return screened().reasons().stream()
        .filter(reason -> reason.rule().value().equals(rule))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no rule " + rule + " was applied"));
  }

  Verdict verdict(String rule) {
    return reason(rule).verdict();
  }
}
