package org.nepenthe.care.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nepenthe.care.screening.Case.NOW;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.chart.Allergy;
import org.nepenthe.care.chart.Condition;
import org.nepenthe.care.chart.Dosing;
import org.nepenthe.care.chart.Identity.Sex;
import org.nepenthe.care.chart.Medication;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.screening.interview.Answer;
import org.nepenthe.evidence.Verifies;

/// Facts that exclude each other, answers against the chart, and what came after an answer: each
/// condition of a guard alone, on both sides.
class ContradictionsTest {
  private static final String SNOMED = "http://snomed.info/sct";
  private static final String PREGNANT = "72892002";
  private static final Instant HOUR_AGO = NOW.minus(Duration.ofHours(1));

  @Verifies({"H28", "H30"})
  @ParameterizedTest
  @CsvSource({"MALE, true", "FEMALE, false", "OTHER, false", "NOT_KNOWN, false"})
  void onlyAManCannotBePregnant(Sex sex, boolean contradiction) {
    var patient = Case.healthy().sex(sex).condition(SNOMED, PREGNANT, Condition.Status.ACTIVE);

    assertThat(patient.verdict("SCR-CON-01") instanceof Verdict.Unknown).isEqualTo(contradiction);
  }

  /// What excludes pregnancy excludes nothing else.
  @Verifies("H30")
  @Test
  void aManMayHaveAnythingElse() {
    var patient = Case.healthy().sex(Sex.MALE).answered("ASK-PSYCHOSIS", Answer.PRESENT, HOUR_AGO);

    assertThat(patient.verdict("SCR-PSY-01")).isInstanceOf(Verdict.Met.class);
  }

  /// Somebody who died is not screened, and a death in the future is a mistake as well.
  @Verifies("H28")
  @ParameterizedTest
  @CsvSource({"-72", "0", "72"})
  void aDeathIsAContradictionWheneverItIsDated(long hours) {
    var verdict = Case.healthy().died(NOW.plus(Duration.ofHours(hours))).verdict("SCR-CON-01");

    assertThat(verdict).isInstanceOf(Verdict.Unknown.class);
    assertThat(verdict.observed()).contains("the chart says that the patient died");
  }

  /// "No known drug allergy" excludes an active allergy to ketamine, and nothing else.
  @Verifies("H28")
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # statement, allergy to, status, contradiction
          716186003, 6130, ACTIVE, true
          409137002, 6130, ACTIVE, true
          716186003, 6130, INACTIVE, false
          716186003, 6130, NOT_KNOWN, false
          716186003, 7804, ACTIVE, false
          12345, 6130, ACTIVE, false
          '', 6130, ACTIVE, false
          """)
  void noKnownAllergyAndAnAllergyToKetamine(
      String statement, String substance, Allergy.Status status, boolean contradiction) {
    var patient = Case.healthy().allergy(Case.RXNORM, substance, status, HOUR_AGO);
    if (!statement.isEmpty()) {
      patient.stated(statement, HOUR_AGO);
    }

    var verdict = patient.verdict("SCR-CON-01");

    assertThat(verdict instanceof Verdict.Unknown).as(verdict.observed()).isEqualTo(contradiction);
    assertThat(verdict.observed().contains("no known drug allergy on")).isEqualTo(contradiction);
  }

  /// An allergy that the chart has ended is none; one it leaves open is not known.
  @Verifies({"H28", "H30"})
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ACTIVE    | Met     | on the chart: allergy to
          NOT_KNOWN | Unknown | on the chart, which does not say whether it still holds
          INACTIVE  | Unknown | not on the chart, which does not say that it is absent
          """)
  void anAllergyByItsStatus(Allergy.Status status, String expected, String words) {
    var verdict =
        Case.healthy()
            .unanswered("ASK-ALLERGY")
            .allergy(Case.RXNORM, "6130", status, HOUR_AGO)
            .verdict("SCR-ALL-01");

    assertThat(verdict.getClass().getSimpleName()).isEqualTo(expected);
    assertThat(verdict.observed()).startsWith(words);
  }

  /// 80 kg and 80 lb of one day are two units, whatever the numbers; by two codes, 80 and 81 kg of
  /// one moment are within the 5 % of one day.
  @Verifies("H28")
  @ParameterizedTest
  @CsvSource({
    "29463-7, 80, [lb_av], 60, in two units",
    "29463-7, 80, kg, 60, ''",
    "3141-9, 81, kg, 0, ''",
    "29463-7, 81, kg, 0, at one moment"
  })
  void twoWeightsOfOneDay(String code, String value, String unit, long before, String words) {
    var verdict =
        Case.healthy()
            .measured("29463-7", "80", "kg", HOUR_AGO)
            .measured(code, value, unit, HOUR_AGO.minusSeconds(before))
            .verdict("SCR-CON-01");

    assertThat(verdict instanceof Verdict.Unknown).isEqualTo(!words.isEmpty());
    assertThat(verdict.observed()).contains(words);
  }

  /// 200 mg of tramadol stated as hydromorphone are not 1,000 MME, and not 40: they are not known.
  @Verifies("H31")
  @ParameterizedTest
  @CsvSource({"MME-TRAMADOL, NotMet", "MME-HYDROMORPHONE, Unknown"})
  void aDoseStatedOfAnotherOpioidIsNotCounted(String opioid, String expected) {
    var verdict =
        Case.healthy()
            .opioid("835603", Medication.Status.ACTIVE, Optional.empty())
            .dose(opioid, "200", "mg", Case.NURSE, HOUR_AGO)
            .verdict("SCR-MME-01");

    assertThat(verdict.getClass().getSimpleName()).as(verdict.observed()).isEqualTo(expected);
  }

  /// A signature that means something else overrides nothing.
  @Verifies("H35")
  @Test
  void onlyASignatureThatSaysSoOverrides() {
    var decision = Case.healthy().answered("ASK-CVD", Answer.PRESENT, HOUR_AGO).screened();
    var signature =
        new Signature(Case.PHYSICIAN, NOW, Signature.Meaning.APPROVED, "benefit outweighs");

    assertThatThrownBy(() ->
            Overriding.override(
                decision,
                RuleId.of("SCR-CVD-01"),
                OverrideReason.BENEFIT_OUTWEIGHS_RISK,
                signature))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("APPROVED");
  }

  /// At one moment one thing has one value: another code, another unit or another moment is another
  /// thing.
  @Verifies("H28")
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # code, value, unit, seconds before, contradiction
          8480-6, 121, mm[Hg], 0, true
          8480-6, 120, mm[Hg], 0, false
          8480-6, 120.0, mm[Hg], 0, false
          8480-6, 16, kPa, 0, false
          8462-4, 80, mm[Hg], 0, false
          8480-6, 121, mm[Hg], 1, false
          """)
  void twoValuesOfOneMoment(
      String code, String value, String unit, long before, boolean contradiction) {
    var patient =
        Case.healthy()
            .pressure("120", "-", HOUR_AGO)
            .measured(code, value, unit, HOUR_AGO.minusSeconds(before));

    var verdict = patient.verdict("SCR-CON-01");
    assertThat(verdict.observed().contains("at one moment")).isEqualTo(contradiction);
    assertThat(verdict instanceof Verdict.Unknown).isEqualTo(contradiction);
  }

  /// An entry of the chart is refuted by a physician who says why and names it: all three.
  @Verifies({"H28", "H30"})
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # role, note, named, expected
          PHYSICIAN, delivered in March, true, NotMet
          PHYSICIAN, delivered in March, false, Unknown
          PHYSICIAN, '', true, Unknown
          PHYSICIAN, ' ', true, Unknown
          NURSE, delivered in March, true, Unknown
          PHARMACIST, delivered in March, true, Unknown
          """)
  void whoRefutesAnEntryOfTheChart(Role role, String note, boolean named, String expected) {
    var patient = Case.healthy().condition(SNOMED, PREGNANT, Condition.Status.ACTIVE);
    var id = named ? patient.newestSourceId() : "another";

    var verdict =
        patient
            .answered(
                "ASK-PREGNANT",
                Answer.ABSENT,
                HOUR_AGO,
                new Actor("u9", "Somebody", role),
                note,
                List.of(id))
            .verdict("SCR-PRG-01");

    assertThat(verdict.getClass().getSimpleName()).as(verdict.observed()).isEqualTo(expected);
    assertThat(verdict.observed().contains("(" + note.strip() + ")")).isEqualTo(!note.isBlank());
  }

  /// Where nobody answered, the chart speaks: what it states, what it leaves open, what nobody
  /// mapped, and that its silence says nothing.
  @Verifies({"H28", "H30"})
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # code   | status    | expected | words
          72892002 | ACTIVE    | Met      | on the chart: condition 72892002
          72892002 | NOT_KNOWN | Unknown  | on the chart, which does not say whether it still holds
          72892002 | INACTIVE  | Unknown  | not on the chart, which does not say that it is absent
          99999999 | ACTIVE    | Unknown  | the chart has entries nobody mapped: condition 99999999
          -        | ACTIVE    | Unknown  | not on the chart, which does not say that it is absent
          """)
  void whatTheChartSaysWhereNobodyAnswered(
      String code, Condition.Status status, String expected, String words) {
    var patient = Case.healthy().unanswered("ASK-PREGNANT");
    if (!code.equals("-")) {
      patient.condition(SNOMED, code, status);
    }

    var verdict = patient.verdict("SCR-PRG-01");

    assertThat(verdict.getClass().getSimpleName()).isEqualTo(expected);
    assertThat(verdict.observed()).startsWith(words);
  }

  /// An answer too old and one from the future are told apart.
  @Verifies("H30")
  @ParameterizedTest
  @CsvSource({"4000, is too old", "-1, the answer is dated in the future"})
  void whatIsWrongWithAnAnswersDateIsSaid(long daysAgo, String words) {
    var verdict =
        Case.healthy()
            .answered("ASK-PREGNANT", Answer.ABSENT, NOW.minus(Duration.ofDays(daysAgo)))
            .verdict("SCR-PRG-01");

    assertThat(verdict.observed()).contains(words);
  }

  @Verifies("H30")
  @ParameterizedTest
  @CsvSource({"4000, too long ago", "-1, is dated in the future"})
  void whatIsWrongWithAPressuresDateIsSaid(long daysAgo, String words) {
    var verdict =
        Case.healthy()
            .pressure("120", "75", NOW.minus(Duration.ofDays(daysAgo)))
            .verdict("SCR-BP-01");

    assertThat(verdict.observed()).contains(words);
  }

  /// Six entries are listed, of more their number.
  @ParameterizedTest
  @CsvSource({"6, ''", "7, and 1 more", "9, and 3 more"})
  void aLongListSaysHowMuchLonger(int entries, String words) {
    var codes =
        List.of("72892002", "398254007", "198992004", "Z33.1", "Z34", "O09", "O10", "O11", "O12");
    var patient = Case.healthy().unanswered("ASK-PREGNANT");
    for (var code : codes.subList(0, entries)) {
      patient.condition(
          Character.isDigit(code.charAt(0)) ? SNOMED : "http://hl7.org/fhir/sid/icd-10-cm",
          code,
          Condition.Status.ACTIVE);
    }

    var observed = patient.verdict("SCR-PRG-01").observed();
    assertThat(observed.contains(" more")).isEqualTo(!words.isEmpty());
    assertThat(observed).contains(words);
  }

  /// A medicine nobody mapped that came after the answer could be what was asked about.
  @Verifies({"H30", "H31"})
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # rule, question, answer, minutes after the answer, expected
          SCR-SED-01, ASK-DEPRESSANTS, PRESENT, -1, NotMet
          SCR-SED-01, ASK-DEPRESSANTS, PRESENT, 0, NotMet
          SCR-SED-01, ASK-DEPRESSANTS, PRESENT, 1, Unknown
          SCR-MME-01, ASK-OPIOIDS, ABSENT, -1, NotMet
          SCR-MME-01, ASK-OPIOIDS, ABSENT, 0, NotMet
          SCR-MME-01, ASK-OPIOIDS, ABSENT, 1, Unknown
          """)
  void whatNobodyMappedSinceTheAnswerCouldBeIt(
      String rule, String question, Answer answer, long minutes, String expected) {
    var verdict =
        Case.healthy()
            .answered(question, answer, HOUR_AGO)
            .medicine(
                "urn:local",
                "77",
                Medication.Status.ACTIVE,
                HOUR_AGO.plus(Duration.ofMinutes(minutes)))
            .verdict(rule);

    assertThat(verdict.getClass().getSimpleName()).as(verdict.observed()).isEqualTo(expected);
  }

  /// Of fentanyl only the patch has a factor: 25 mcg/h x 2.4 = 60, which is above 50; anything else
  /// of it has none, and that speaks against as well.
  @Verifies("H31")
  @ParameterizedTest
  @CsvSource({"ug/h, the list comes to", "ug, has no factor", "mg, has no factor"})
  void fentanylThatIsNoPatchHasNoFactor(String unit, String words) {
    var dosing = new Dosing(new BigDecimal("25"), unit, Optional.of(BigDecimal.ONE), false);
    var verdict =
        Case.healthy()
            .opioid("4337", Medication.Status.ACTIVE, Optional.of(dosing))
            .verdict("SCR-MME-01");

    assertThat(verdict).isInstanceOf(Verdict.Met.class);
    assertThat(verdict.observed()).contains(words);
  }

  /// Refused is said, not thrown away.
  @Verifies("H35")
  @ParameterizedTest
  @CsvSource({
    "ABSOLUTE, PHYSICIAN, An absolute contraindication cannot be overridden.",
    "RELATIVE, NURSE, Only a physician may override a relative contraindication."
  })
  void whyNobodyMayOverrideIsSaid(Eligibility.Degree degree, Role role, String why) {
    var contraindication =
        new Eligibility.Contraindication(
            RuleId.of("SCR-XX-01"), "made up", degree, "", Optional.empty(), Optional.empty());

    assertThat(Overriding.allowed(contraindication, new Actor("u", "Name", role)))
        .isEqualTo(new Overriding.Permission.Refused(why));
  }
}
