package org.nepenthe.care.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nepenthe.care.screening.Case.NOW;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nepenthe.care.chart.Condition;
import org.nepenthe.care.chart.Medication;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.referral.PainDiagnosis;
import org.nepenthe.care.screening.Eligibility.Eligible;
import org.nepenthe.care.screening.Eligibility.NotEligible;
import org.nepenthe.care.screening.Eligibility.Undetermined;
import org.nepenthe.care.screening.interview.Answer;
import org.nepenthe.care.screening.interview.Question;
import org.nepenthe.evidence.Verifies;

/// Laws that hold for any patient, tried on patients drawn from a seed. The seed is the parameter,
/// so a failure names it.
class ScreeningLawsTest {
  private static final int PATIENTS = 40;
  private static final String SNOMED = "http://snomed.info/sct";
  private static final List<String> NEEDED_BESIDE_A_RESULT =
      List.of("ASK-ECG", "ASK-PREGNANCY-TEST", "ASK-LIVER-RAISED");
  private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
  private static final List<String> CONDITIONS =
      List.of("59621000", "5602001", "72892002", "58214004", "420054005", "77075001", "66383009");
  private static final List<String> MEDICINES =
      List.of("835603", "197901", "10438", "6901", "314076", "99999999");

  @ParameterizedTest
  @ValueSource(longs = {1, 20260510, 77_777})
  @Verifies("H28")
  void aMissingFactNeverMakesAnybodyEligible(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < PATIENTS; i++) {
      var whole = patient(new Random(seed + i));
      var lacking = patient(new Random(seed + i));
      loseOneFact(lacking, random);
      if (!(whole.screened().outcome() instanceof Eligible)) {
        assertThat(lacking.screened().outcome())
            .as("seed " + seed + " patient " + i)
            .isNotInstanceOf(Eligible.class);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 20260511, 88_888})
  @Verifies("H28")
  void aQuestionWithoutAnAnswerAlwaysStandsInTheWay(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < PATIENTS; i++) {
      var patient = Case.healthy();
      var question = any(settling(), random);
      patient.unanswered(question);
      assertThat(patient.screened().outcome())
          .as("seed " + seed + " without " + question)
          .isInstanceOf(Undetermined.class);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 20260512, 99_999})
  void oneMoreContraindicationNeverImprovesTheVerdict(long seed) {
    var contraindicating =
        List.of(
            "ASK-ALLERGY",
            "ASK-BP-HAZARD",
            "ASK-VASCULAR",
            "ASK-CVD",
            "ASK-PREGNANT",
            "ASK-PSYCHOSIS",
            "ASK-LIVER-SEVERE",
            "ASK-ICP",
            "ASK-IOP",
            "ASK-SUBSTANCE",
            "ASK-THYROID",
            "ASK-THEOPHYLLINE");
    var random = new Random(seed);
    for (int i = 0; i < PATIENTS; i++) {
      var before = patient(new Random(seed + i)).screened().outcome();
      var worse = patient(new Random(seed + i));
      worse.answered(any(contraindicating, random), Answer.PRESENT, NOW.minusSeconds(60));
      assertThat(goodness(worse.screened().outcome()))
          .as("seed " + seed + " patient " + i)
          .isLessThanOrEqualTo(goodness(before));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 20260513})
  @Verifies("H33")
  void theSameFactsGiveTheSameRecord(long seed) {
    for (int i = 0; i < PATIENTS; i++) {
      var first = patient(new Random(seed + i)).screened();
      var second = patient(new Random(seed + i)).screened();
      assertThat(second).as("seed " + seed + " patient " + i).isEqualTo(first);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 20260514})
  void replayGivesTheSameState(long seed) {
    for (int i = 0; i < PATIENTS; i++) {
      var patient = patient(new Random(seed + i));
      List<CareEvent> events = new ArrayList<>(patient.facts().interview().answers());
      events.add(new Screened(patient.screened(), Case.NURSE));
      assertThat(ScreeningState.of(List.copyOf(events))).isEqualTo(ScreeningState.of(events));
      assertThat(ScreeningState.of(events).interview()).isEqualTo(patient.facts().interview());
    }
  }

  /// Every rule has a verdict for everybody: none is left out and none throws.
  @ParameterizedTest
  @ValueSource(longs = {6, 20260515})
  void everyRuleSpeaksForEverybody(long seed) {
    for (int i = 0; i < PATIENTS; i++) {
      assertThat(patient(new Random(seed + i)).screened().reasons()).hasSize(Case.RULES);
    }
  }

  private static int goodness(Eligibility eligibility) {
    return switch (eligibility) {
      case NotEligible _ -> 0;
      case Undetermined _ -> 1;
      case Eligible _ -> 2;
    };
  }

  private static List<String> questions() {
    return Case.SCREENING.interview(NOW).stream().map(Question::id).toList();
  }

  /// Questions whose answer a rule needs of everybody. Those on tests done only lift what is due,
  /// and the one on liver enzymes is needed where a result came without the laboratory's limit.
  private static List<String> settling() {
    return questions().stream().filter(id -> !NEEDED_BESIDE_A_RESULT.contains(id)).toList();
  }

  static Case patient(Random random) {
    var patient = Case.healthy();
    for (var question : questions()) {
      int draw = random.nextInt(12);
      if (draw == 0) {
        patient.answered(question, Answer.PRESENT, NOW.minus(Duration.ofHours(2)));
      } else if (draw == 1) {
        patient.unanswered(question);
      }
    }
    if (random.nextInt(3) == 0) {
      patient.condition(
          SNOMED, any(CONDITIONS, random), any(List.of(Condition.Status.values()), random));
    }
    if (random.nextInt(3) == 0) {
      patient.medicine(
          RXNORM,
          any(MEDICINES, random),
          any(List.of(Medication.Status.values()), random),
          NOW.minus(Duration.ofDays(2)));
    }
    patient.pressure(
        String.valueOf(100 + random.nextInt(100)),
        String.valueOf(60 + random.nextInt(50)),
        NOW.minus(Duration.ofDays(random.nextInt(40))));
    if (random.nextInt(3) == 0) {
      patient.laboratory(
          "1742-6",
          String.valueOf(10 + random.nextInt(150)),
          random.nextBoolean() ? "40" : "-",
          NOW.minus(Duration.ofDays(random.nextInt(120))));
    }
    if (random.nextInt(3) == 0) {
      patient.opioid(
          any(MEDICINES, random),
          any(List.of(Medication.Status.values()), random),
          Optional.empty());
    }
    if (random.nextInt(3) == 0) {
      patient.notExamined(any(List.of("CHK-PDMP", "INS-BUDAPEST"), random));
    }
    return patient.referred(any(List.of(PainDiagnosis.values()), random), random.nextInt(40));
  }

  private static void loseOneFact(Case patient, Random random) {
    switch (random.nextInt(3)) {
      case 0 -> patient.unanswered(any(questions(), random));
      case 1 -> patient.notReferred();
      case 2 -> patient.pressure("-", "-", NOW);
      default -> throw new AssertionError();
    }
  }

  private static <T> T any(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
