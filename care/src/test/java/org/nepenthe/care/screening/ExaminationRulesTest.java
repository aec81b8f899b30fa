package org.nepenthe.care.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nepenthe.care.screening.Case.NOW;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.chart.Identity.Sex;
import org.nepenthe.care.chart.Medication;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.referral.PainDiagnosis;
import org.nepenthe.care.screening.Eligibility.Eligible;
import org.nepenthe.care.screening.Eligibility.Undetermined;
import org.nepenthe.care.screening.examination.Examination;
import org.nepenthe.care.screening.examination.Examined;
import org.nepenthe.care.screening.interview.Answer;
import org.nepenthe.evidence.Verifies;

/// Criteria and screens as they were published: Budapest takes symptoms in 3 of 4 categories (4 for
/// research) and signs in 2 of 4; DN4 counts from 4; the Opioid Risk Tool is moderate from 4 and
/// high from 8, with other points for women and men; DAST-10 counts from 3.
class ExaminationRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 10);

  /// P present, A absent, N not known; symptoms and signs by category, in the published order.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # rule,     disproportionate, symptoms, signs, no better diagnosis, clinical, research
          SCR-CRP-01, P, PPPA, PPAA, P, Met,     NotMet
          SCR-CRP-01, P, PPPP, PPAA, P, Met,     Met
          SCR-CRP-01, P, PPAA, PPAA, P, NotMet,  NotMet
          SCR-CRP-01, P, PPPA, PAAA, P, NotMet,  NotMet
          SCR-CRP-01, P, PPNA, PPAA, P, Unknown, NotMet
          SCR-CRP-01, P, PPPN, PPAA, P, Met,     Unknown
          SCR-CRP-01, P, PPPA, PNAA, P, Unknown, NotMet
          SCR-CRP-01, P, PPPA, PPNN, P, Met,     NotMet
          SCR-CRP-01, A, PPPP, PPPP, P, NotMet,  NotMet
          SCR-CRP-01, N, PPPP, PPPP, P, Unknown, Unknown
          SCR-CRP-01, P, PPPP, PPPP, A, NotMet,  NotMet
          SCR-CRP-01, P, PPPP, PPPP, N, Unknown, Unknown
          SCR-CRP-01, N, AAAA, AAAA, N, NotMet,  NotMet
          """)
  void budapestCriteria(
      String rule,
      String disproportionate,
      String symptoms,
      String signs,
      String noBetter,
      String clinical,
      String research) {
    var items = new HashMap<String, Answer>();
    items.put("disproportionate", answer(disproportionate));
    items.put("no-better-diagnosis", answer(noBetter));
    var categories = List.of("sensory", "vasomotor", "sudomotor", "motor");
    for (int i = 0; i < categories.size(); i++) {
      items.put("symptom-" + categories.get(i), answer(symptoms.substring(i, i + 1)));
      items.put("sign-" + categories.get(i), answer(signs.substring(i, i + 1)));
    }
    var patient = Case.healthy().examined("INS-BUDAPEST", items, TODAY);
    var found = patient.facts().examinations().latest("INS-BUDAPEST").orElseThrow();
    var criteria =
        (Examination.Criteria) Examination.of(Case.KNOWLEDGE, "INS-BUDAPEST", TODAY).orElseThrow();
    assertThat(name(criteria.result(found, Sex.FEMALE))).isEqualTo(clinical);
    assertThat(name(criteria.forResearch(found))).isEqualTo(research);
    // The rule is about what speaks against: criteria that are not fulfilled.
    var against =
        switch (clinical) {
          case "Met" -> "NotMet";
          case "NotMet" -> "Met";
          default -> "Unknown";
        };
    assertThat(name(patient.verdict(rule))).isEqualTo(against);
    assertThat(patient.screened().outcome())
        .isInstanceOf(clinical.equals("Unknown") ? Undetermined.class : Eligible.class);
    assertThat(patient.screened().outcome().precautions())
        .hasSize(clinical.equals("NotMet") ? 1 : 0);
  }

  /// Due where it is asked for and nothing counts; 90 days before 10 May 2026 is 9 February.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # rule,     examination,  done on,    kind of pain,                   expected, due
          SCR-CRP-01, INS-BUDAPEST, 2026-05-10, COMPLEX_REGIONAL_PAIN_SYNDROME, NotMet, 0
          SCR-CRP-01, INS-BUDAPEST, 2026-02-10, COMPLEX_REGIONAL_PAIN_SYNDROME, NotMet, 0
          SCR-CRP-01, INS-BUDAPEST, 2026-02-08, COMPLEX_REGIONAL_PAIN_SYNDROME, Met,    1
          SCR-CRP-01, INS-BUDAPEST, 2026-05-11, COMPLEX_REGIONAL_PAIN_SYNDROME, Met,    1
          SCR-CRP-01, INS-BUDAPEST, -,          COMPLEX_REGIONAL_PAIN_SYNDROME, Met,    1
          SCR-CRP-01, INS-BUDAPEST, -,          FIBROMYALGIA,                   NotMet, 0
          SCR-PMP-01, CHK-PDMP,     2026-04-10, COMPLEX_REGIONAL_PAIN_SYNDROME, Met,    1
          SCR-PMP-01, CHK-PDMP,     2026-04-11, COMPLEX_REGIONAL_PAIN_SYNDROME, NotMet, 0
          SCR-PMP-01, CHK-PDMP,     2026-05-11, COMPLEX_REGIONAL_PAIN_SYNDROME, Met,    1
          SCR-PMP-01, CHK-PDMP,     -,          FIBROMYALGIA,                   Met,    1
          SCR-UDT-01, CHK-UDT,      -,          FIBROMYALGIA,                   NotMet, 0
          SCR-ORT-01, INS-ORT,      -,          FIBROMYALGIA,                   NotMet, 0
          SCR-DST-01, INS-DAST10,   -,          FIBROMYALGIA,                   NotMet, 0
          SCR-NEU-01, INS-DN4,      -,          MIXED_NEUROPATHIC_PAIN,         Met,    1
          SCR-NEU-01, INS-DN4,      -,          FIBROMYALGIA,                   NotMet, 0
          """)
  @Verifies("H28")
  void whatIsDueIsSaid(
      String rule,
      String examination,
      String doneOn,
      PainDiagnosis pain,
      String expected,
      int due) {
    var patient = Case.healthy().referred(pain, 24);
    if (doneOn.equals("-")) {
      patient.notExamined(examination);
    } else if (examination.equals("INS-BUDAPEST")) {
      patient.examined(examination, Case.BUDAPEST, LocalDate.parse(doneOn));
    } else {
      patient.examined(examination, Map.of("as-expected", Answer.PRESENT), LocalDate.parse(doneOn));
    }
    assertThat(name(patient.verdict(rule)))
        .as(patient.verdict(rule).observed())
        .isEqualTo(expected);
    assertThat(
            patient.screened().outcome().testsDue().stream()
                .filter(test -> test.rule().value().equals(rule)))
        .hasSize(due);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # rule,     instrument, total, expected (Met speaks against)
          SCR-NEU-01, INS-DN4,    3,     Met
          SCR-NEU-01, INS-DN4,    4,     NotMet
          SCR-NEU-01, INS-DN4,    10,    NotMet
          SCR-NEU-01, INS-DN4,    11,    Unknown
          SCR-DST-01, INS-DAST10, 0,     NotMet
          SCR-DST-01, INS-DAST10, 3,     Met
          SCR-ORT-01, INS-ORT,    3,     NotMet
          SCR-ORT-01, INS-ORT,    4,     Met
          SCR-ORT-01, INS-ORT,    8,     Met
          SCR-ORT-01, INS-ORT,    27,    Unknown
          """)
  void totalsAgainstTheirCutOffs(String rule, String instrument, int total, String expected) {
    var patient =
        Case.healthy()
            .referred(PainDiagnosis.MIXED_NEUROPATHIC_PAIN, 24)
            .opioid("835603", Medication.Status.ACTIVE, Optional.empty())
            .scored(instrument, total, TODAY);
    assertThat(name(patient.verdict(rule)))
        .as(patient.verdict(rule).observed())
        .isEqualTo(expected);
  }

  /// Family history of alcohol misuse is 1 point for women and 3 for men; of illegal drugs 2 and 3:
  /// together 3, low, and 6, moderate.
  @ParameterizedTest
  @CsvSource({"FEMALE, NotMet, ORT 3", "MALE, Met, ORT 6", "NOT_KNOWN, Unknown, sex"})
  void theOpioidRiskToolWeighsBySex(Sex sex, String expected, String words) {
    var items = new HashMap<String, Answer>();
    var ort = Examination.of(Case.KNOWLEDGE, "INS-ORT", TODAY).orElseThrow();
    ort.lines().forEach(line -> items.put(line.key(), Answer.ABSENT));
    items.put("family-alcohol", Answer.PRESENT);
    items.put("family-illegal", Answer.PRESENT);
    var patient =
        Case.healthy()
            .sex(sex)
            .opioid("835603", Medication.Status.ACTIVE, Optional.empty())
            .examined("INS-ORT", items, TODAY);
    assertThat(name(patient.verdict("SCR-ORT-01"))).isEqualTo(expected);
    assertThat(patient.verdict("SCR-ORT-01").observed()).contains(words);
  }

  @Test
  @Verifies("H28")
  void anItemThatWasNotAskedIsNeverTheHarmlessAnswer() {
    var patient =
        Case.healthy()
            .opioid("835603", Medication.Status.ACTIVE, Optional.empty())
            .examined("INS-ORT", Map.of("depression", Answer.ABSENT), TODAY);
    assertThat(name(patient.verdict("SCR-ORT-01"))).isEqualTo("Unknown");
    assertThat(patient.screened().outcome()).isInstanceOf(Undetermined.class);
  }

  @ParameterizedTest
  @CsvSource({
    "SCR-PMP-01, CHK-PDMP, ABSENT, Met",
    "SCR-PMP-01, CHK-PDMP, NOT_KNOWN, Unknown",
    "SCR-UDT-01, CHK-UDT, ABSENT, Met",
    "SCR-UDT-01, CHK-UDT, PRESENT, NotMet"
  })
  @Verifies("H51")
  void whatIsUnexpectedIsMinded(String rule, String check, Answer expectedSeen, String expected) {
    var patient = Case.healthy().examined(check, Map.of("as-expected", expectedSeen), TODAY);
    assertThat(name(patient.verdict(rule))).isEqualTo(expected);
  }

  @Test
  void theTextOfAnInstrumentThatIsNotOursIsNotShown() {
    for (var id : List.of("INS-DN4", "INS-DAST10")) {
      var examination = Examination.of(Case.KNOWLEDGE, id, TODAY).orElseThrow();
      assertThat(examination.totalOnly()).as(id).isTrue();
      assertThat(examination.lines()).as(id).isEmpty();
    }
  }

  @Test
  void theNewestByTheDayItWasDoneCounts() {
    var patient = Case.healthy().examined("CHK-PDMP", Map.of("as-expected", Answer.ABSENT), TODAY);
    var older = Case.healthy().facts().examinations().latest("CHK-PDMP").orElseThrow();
    var all = new java.util.ArrayList<Examined>(patient.facts().examinations().all());
    all.add(older);
    assertThat(
            new org.nepenthe.care.screening.examination.Examinations(all)
                .latest("CHK-PDMP")
                .orElseThrow()
                .doneOn())
        .isEqualTo(TODAY);
    assertThat(NOW).isAfter(older.at());
  }

  private static Answer answer(String letter) {
    return switch (letter) {
      case "P" -> Answer.PRESENT;
      case "A" -> Answer.ABSENT;
      case "N" -> Answer.NOT_KNOWN;
      default -> throw new IllegalArgumentException(letter);
    };
  }

  private static String name(Verdict verdict) {
    return verdict.getClass().getSimpleName();
  }
}
