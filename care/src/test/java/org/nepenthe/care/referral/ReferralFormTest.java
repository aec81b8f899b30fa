package org.nepenthe.care.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.referral.ReferralForm.Checked.Accepted;
import org.nepenthe.care.referral.ReferralForm.Checked.Refused;
import org.nepenthe.care.referral.ReferralForm.CoRow;
import org.nepenthe.care.referral.ReferralForm.FailedRow;

/// What is typed is either a referral, or a message beside each field that is wrong.
class ReferralFormTest {
  private static final Instant NOW = Instant.parse("2026-05-10T09:00:00Z");
  private static final Actor FRONT_DESK = new Actor("u5", "Fay", Role.FRONT_DESK);

  @Test
  void aFilledFormIsAReferral() {
    var form =
        new ReferralForm(
            " Dr Cara ",
            "Practice",
            "",
            "IND-CRPS",
            "burning pain of the left hand",
            "18",
            "2026-05-03",
            List.of(
                new FailedRow("GABAPENTINOID", "gabapentin 900 mg", "6 months", "NO_BENEFIT"),
                new FailedRow("", "", "", "")),
            List.of(new CoRow("PHYSIOTHERAPY", "mirror therapy"), new CoRow("", " ")));
    assertThat(form.check(FRONT_DESK, NOW, ZoneOffset.UTC))
        .isEqualTo(
            new Accepted(
                new Referral(
                    new Referrer("Dr Cara", "Practice", ""),
                    PainDiagnosis.COMPLEX_REGIONAL_PAIN_SYNDROME,
                    "burning pain of the left hand",
                    18,
                    List.of(
                        new FailedTherapy(
                            TherapyKind.GABAPENTINOID,
                            "gabapentin 900 mg",
                            "6 months",
                            WhyStopped.NO_BENEFIT)),
                    List.of(new CoTherapy(TherapyKind.PHYSIOTHERAPY, "mirror therapy")),
                    Instant.parse("2026-05-03T00:00:00Z"),
                    FRONT_DESK)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # name | indication | pain  | months | received   | field that is wrong
          ''     | IND-CRPS   | burns | 18     | 2026-05-03 | referrerName
          Cara   | ''         | burns | 18     | 2026-05-03 | indication
          Cara   | IND-NONE   | burns | 18     | 2026-05-03 | indication
          Cara   | IND-CRPS   | ' '   | 18     | 2026-05-03 | painInWords
          Cara   | IND-CRPS   | burns | ''     | 2026-05-03 | painMonths
          Cara   | IND-CRPS   | burns | 1,5    | 2026-05-03 | painMonths
          Cara   | IND-CRPS   | burns | -1     | 2026-05-03 | painMonths
          Cara   | IND-CRPS   | burns | 1441   | 2026-05-03 | painMonths
          Cara   | IND-CRPS   | burns | 18     | 03.05.2026 | receivedOn
          Cara   | IND-CRPS   | burns | 18     | 2026-05-11 | receivedOn
          """)
  void whatIsWrongIsNamedBesideItsField(
      String name, String indication, String pain, String months, String received, String field) {
    var form =
        new ReferralForm(name, "", "", indication, pain, months, received, List.of(), List.of());
    assertThat(form.check(FRONT_DESK, NOW, ZoneOffset.UTC))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.problems()).containsOnlyKeys(field));
  }

  @Test
  void everyProblemIsNamedAtOnce() {
    var form =
        new ReferralForm(
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            List.of(new FailedRow("", "something", "", "")),
            List.of(new CoRow("NONSENSE", "something")));
    assertThat(form.check(FRONT_DESK, NOW, ZoneOffset.UTC))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.problems())
                    .containsOnlyKeys(
                        "referrerName",
                        "indication",
                        "painInWords",
                        "painMonths",
                        "receivedOn",
                        "failedTherapies[0].kind",
                        "failedTherapies[0].whyStopped",
                        "coTherapies[0].kind"));
  }

  @Test
  void anAmendmentHoldsAndWhatWasBeforeStays() {
    var first = referral(12);
    var second = referral(18);
    var state =
        ReferralState.of(List.of(new Referred(first), new ReferralAmended(second, "typing error")));
    assertThat(state.current()).contains(second);
    assertThat(state.versions()).containsExactly(first, second);
    assertThat(ReferralState.of(List.of()).current()).isEmpty();
  }

  private static Referral referral(int months) {
    return new Referral(
        new Referrer("Dr Cara", "", ""),
        PainDiagnosis.FIBROMYALGIA,
        "aches",
        months,
        List.of(),
        List.of(),
        NOW,
        FRONT_DESK);
  }
}
