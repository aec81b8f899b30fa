package org.nepenthe.care.planning.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.planning.AgreedBenefit;
import org.nepenthe.care.planning.PlanFacts;
import org.nepenthe.care.planning.PlanRequest;
import org.nepenthe.care.planning.PlanResult;
import org.nepenthe.care.planning.PlanResult.Field;
import org.nepenthe.care.planning.PlanResult.Planned;
import org.nepenthe.care.planning.PlanResult.Refused;
import org.nepenthe.care.planning.Planning;
import org.nepenthe.care.planning.order.DosingWeight;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.SolutionStrength;
import org.nepenthe.quantity.WeightNormalisedDose;

/// The caps of the outpatient trial in complex regional pain syndrome: at most 0.35 mg/kg/h, 25
/// mg/h and 100 mg a day, over 4 h. Worked by hand: 0.35 x 4 = 1.4 mg/kg; 25 mg/h x 4 h = 100 mg.
class ProtocolCapsTest {
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.shipped();
  private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
  private static final Actor PHYSICIAN = new Actor("p1", "Dr Ada Physician", Role.PHYSICIAN);

  @Verifies("H05")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # kg, mg/kg | planned | the cap that bites
          50  | 1.4   | true  | ''
          50  | 1.401 | false | 0.35 mg/kg/h
          71  | 1.4   | true  | ''
          80  | 1.25  | true  | ''
          80  | 1.251 | false | 25 mg/h
          80  | 1.251 | false | 100 mg
          120 | 0.833 | true  | ''
          120 | 0.834 | false | 25 mg/h
          """)
  void theLowestCapBites(String kilograms, String dose, boolean planned, String names) {
    var result = propose(kilograms, dose, "240");

    assertThat(result instanceof Planned).isEqualTo(planned);
    if (result instanceof Refused(var faults, var limited)) {
      assertThat(limited.orElseThrow().hardLimited()).isTrue();
      assertThat(faults).anyMatch(fault -> fault.message().contains(names));
    }
  }

  @ParameterizedTest
  @CsvSource({"239, false", "240, true", "241, false", "40, false"})
  void itRunsOverFourHours(String minutes, boolean planned) {
    var result = propose("50", "0.5", minutes);

    assertThat(result instanceof Planned).isEqualTo(planned);
    if (result instanceof Refused(var faults, _)) {
      assertThat(faults).anyMatch(fault -> fault.field() == Field.MINUTES);
    }
  }

  /// 1 mg/kg of 60 kg is 60 mg: 6 mL of 10 mg/mL, 60 mL at 1 mg/mL, in 4 h 15 mL/h = 15 mg/h.
  @Test
  void itIsWorkedOutToThePump() {
    var order = ((Planned) propose("60", "1", "240")).plan().order();

    assertThat(order.dose().milligrams()).isEqualByComparingTo("60");
    assertThat(order.drawn().millilitres()).isEqualByComparingTo("6");
    assertThat(order.pumpRate().millilitresPerHour()).isEqualByComparingTo("15");
    assertThat(order.doseRate().milligramsPerHour()).isEqualByComparingTo("15");
  }

  /// The source names a highest rate and no lowest dose: nothing is below its range.
  @Test
  void aLowRateIsNotBelowItsRange() {
    var plan = ((Planned) propose("60", "0.1", "240")).plan();

    assertThat(plan.notices()).noneMatch(notice -> notice.text().startsWith("Below"));
  }

  private static PlanResult propose(String kilograms, String dose, String minutes) {
    return Planning.propose(
        new PlanRequest(
            1,
            "PLN-PRO-03",
            new DosingWeight(BodyWeight.ofKilograms(kilograms), AT, kilograms + " kg"),
            false,
            WeightNormalisedDose.ofMilligramsPerKilogram(dose),
            new BigDecimal(minutes),
            SolutionStrength.ofMilligramsPerMillilitre("10"),
            Optional.empty(),
            SolutionStrength.ofMilligramsPerMillilitre("1"),
            Optional.empty(),
            "",
            new AgreedBenefit(Optional.of(new BigDecimal("30")), Optional.empty(), 3, "walk"),
            PlanFacts.none()),
        KNOWLEDGE,
        PHYSICIAN,
        AT);
  }
}
