package org.nepenthe.care.planning.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.planning.warning.PlanWarnings.Answered;
import org.nepenthe.care.planning.warning.PlanWarnings.Warned;
import org.nepenthe.evidence.Verifies;

/// A warning of a plan is gone past with one of its coded reasons and with words, or not at all.
class PlanWarningsTest {
  private static final Actor ADA = new Actor("p1", "Dr Ada", Role.PHYSICIAN);

  private static Warned warned(PlanWarning warning) {
    return new Warned(warning, RuleId.of("PLN-X-01"), "too much");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # code,           words,            overridden, faults
          WEIGHED_AGAIN,    on both scales,   true,       0
          WEIGHED_AGAIN,    ' ',              false,      1
          '',               on both scales,   false,      1
          NO_SUCH_CODE,     on both scales,   false,      1
          SPECIALIST_ADVICE, of another list, false,      1
          '',               '',               false,      2
          """)
  @Verifies("H36")
  void itTakesACodedReasonAndWords(String code, String words, boolean overridden, int faults) {
    var answer =
        PlanWarnings.answer(
            1,
            List.of(warned(PlanWarning.WEIGHT_CHANGE)),
            Map.of(PlanWarning.WEIGHT_CHANGE, new Answered(code, words)),
            ADA);

    assertThat(answer.events()).hasSize(overridden ? 1 : 0);
    assertThat(answer.faults()).hasSize(faults);
  }

  /// Going past one of two is going past none: nothing is kept.
  @Verifies("H36")
  @Test
  void eachWarningTakesAReasonOfItsOwn() {
    var answer =
        PlanWarnings.answer(
            1,
            List.of(warned(PlanWarning.SOFT_CAP), warned(PlanWarning.WEIGHT_CHANGE)),
            Map.of(PlanWarning.SOFT_CAP, new Answered("BODY_WEIGHT", "tall and heavy")),
            ADA);

    assertThat(answer.events()).isEmpty();
    assertThat(answer.faults())
        .extracting(PlanWarnings.Fault::warning)
        .containsOnly(PlanWarning.WEIGHT_CHANGE);
  }

  @Test
  void whatWasSaidChosenAndWrittenIsKept() {
    var answer =
        PlanWarnings.answer(
            3,
            List.of(warned(PlanWarning.SOFT_CAP)),
            Map.of(PlanWarning.SOFT_CAP, new Answered("BODY_WEIGHT", " tall and heavy ")),
            ADA);

    assertThat(answer.events())
        .containsExactly(
            new PlanWarningOverridden(
                3,
                PlanWarning.SOFT_CAP,
                RuleId.of("PLN-X-01"),
                "too much",
                "the dose per kilogram is usual; the patient is heavy",
                "tall and heavy",
                ADA));
  }

  @ParameterizedTest
  @EnumSource
  void everyWarningHasSeveralReasonsThatDiffer(PlanWarning warning) {
    assertThat(warning.reasons()).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    assertThat(Arrays.stream(PlanWarning.values()).map(PlanWarning::words)).doesNotHaveDuplicates();
  }

  @Test
  void withoutAWarningNothingIsAskedFor() {
    var answer = PlanWarnings.answer(1, List.of(), Map.of(), ADA);

    assertThat(answer.events()).isEmpty();
    assertThat(answer.faults()).isEmpty();
  }
}
