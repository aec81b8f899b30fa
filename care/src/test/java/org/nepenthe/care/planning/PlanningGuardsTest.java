package org.nepenthe.care.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.chart.Identity.Sex;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.planning.PlanResult.Field;
import org.nepenthe.care.planning.PlanResult.Planned;
import org.nepenthe.care.planning.PlanResult.Refused;
import org.nepenthe.care.planning.order.BodySize;
import org.nepenthe.care.planning.order.DosingWeight;
import org.nepenthe.care.planning.order.WeightBasis;
import org.nepenthe.care.planning.protocol.EarlierDose;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;
import org.nepenthe.quantity.SolutionStrength;

/// The guards that need knowledge other than the shipped one: a site's own totals, a lower ceiling,
/// a protocol by another weight, a slower pump. Arithmetic by hand.
class PlanningGuardsTest {
  private static final KnowledgeBase SHIPPED = KnowledgeBase.shipped();
  private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
  private static final Actor PHYSICIAN = new Actor("p1", "Dr Ada Physician", Role.PHYSICIAN);

  /// 0.3 mg/kg in 40 min is 0.45 mg/kg/h.
  @Verifies("H34")
  @ParameterizedTest
  @CsvSource({"0.45, true", "0.44, false"})
  void aProtocolThatCouldRunAboveTheClinicsRateIsNotPlanned(String ceiling, boolean planned) {
    var lower =
        Amended.knowledge("planning/PLN-CAP-01.yaml", "value: 2,", "value: " + ceiling + ",");

    expect(
        propose(plain(), lower), planned, Field.PROTOCOL, "allows up to 0.45 mg/kg/h of ketamine");
  }

  /// The site allows 60 mg in a week and 80 in a course; this infusion is 21 mg.
  @Verifies("H12")
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # given mg, days ago, this course, planned, words
          39, 1, false, true, ''
          39.1, 1, false, false, At most 60 mg in 7 days; 39.1 mg were given already.
          39.1, 8, false, true, ''
          59, 8, true, true, ''
          59.1, 8, true, false, At most 80 mg in this course; 59.1 mg were given already.
          59.1, 8, false, true, ''
          60, 1, false, false, At most 60 mg in 7 days; 60 mg were given already. Nobody can exceed it.
          80, 8, true, false, At most 80 mg in this course; 80 mg were given already. Nobody can exceed it.
          """)
  void theSitesTotalsHold(
      String given, long daysAgo, boolean thisCourse, boolean planned, String words) {
    var earlier =
        new EarlierDose(
            Dose.ofMilligrams(given, Moiety.RACEMIC_KETAMINE),
            AT.minus(Duration.ofDays(daysAgo)),
            thisCourse);
    var request =
        with(
            plain(),
            new PlanFacts(
                Optional.empty(), BodySize.NOT_KNOWN, Optional.empty(), List.of(earlier)));

    expect(propose(request, Amended.totals("60", "80")), planned, Field.DOSE, words);
  }

  /// A woman of 167.64 cm: ideal 59.3 kg; at 120 kg adjusted 83.6 kg. 0.3 mg/kg of them are 17.8,
  /// 25.1 and 36 mg, of which a syringe measures 1.7, 2.5 and 3.6 mL of 10 mg/mL.
  @Verifies("H09")
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # weight of the protocol, height, milligrams (none: refused)
          ideal, 167.64, 17
          adjusted, 167.64, 25
          actual, 167.64, 36
          ideal, ,
          adjusted, ,
          actual, , 36
          """)
  void aProtocolDosesByTheWeightItNames(
      String basis, @Nullable BigDecimal height, @Nullable BigDecimal milligrams) {
    var knowledge =
        Amended.knowledge("planning/PLN-PRO-01.yaml", "weight: actual", "weight: " + basis);
    var size = new BodySize(Optional.ofNullable(height), Sex.FEMALE);
    var request =
        with(
            KetamineEventsTest.request("PLN-PRO-01", "120", "0.3", "10", "20"),
            new PlanFacts(Optional.empty(), size, Optional.empty(), List.of()));

    var result = propose(request, knowledge);

    if (milligrams == null) {
      expect(result, false, Field.WEIGHT, "which needs height and sex on the chart");
    } else {
      var order = ((Planned) result).plan().order();
      assertThat(order.basis()).isEqualTo(WeightBasis.valueOf(basis.toUpperCase(Locale.ROOT)));
      assertThat(order.dose().milligrams()).isEqualByComparingTo(milligrams);
    }
  }

  /// Fresh for 30 days; what is wrong with the date is said.
  @Verifies("H04")
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # seconds before, planned, words
          0, true, ''
          2592000, true, ''
          2592001, false, weigh the patient again
          # a clock may be a minute fast
          -60, true, ''
          -61, false, dated in the future
          """)
  void aWeightFromTheFutureIsSaidToBeOne(long secondsBefore, boolean planned, String words) {
    var request = plain();
    var dated =
        new DosingWeight(
            request.weight().weight(), AT.minusSeconds(secondsBefore), request.weight().entered());

    expect(propose(weighing(request, dated), SHIPPED), planned, Field.WEIGHT, words);
  }

  /// 30 to 250 kg, both ends included.
  @Verifies("H03")
  @ParameterizedTest
  @CsvSource({"29.9, false", "30, true", "250, true", "250.1, false"})
  void aWeightLiesBetweenTwoEnds(String kilograms, boolean planned) {
    var request = KetamineEventsTest.request("PLN-PRO-01", kilograms, "0.3", "10", "20");

    expect(propose(request, SHIPPED), planned, Field.WEIGHT, "A dosing weight is");
  }

  /// 700 kg after 70 kg is no weight, and the slip behind it is named.
  @Verifies("H03")
  @Test
  void aWeightThatCannotBeIsNamedAsTheSlipItMayBe() {
    var request =
        with(
            KetamineEventsTest.request("PLN-PRO-01", "700", "0.3", "10", "20"),
            PlanFacts.none().withLastWeight(BodyWeight.ofKilograms("70")));

    expect(propose(request, SHIPPED), false, Field.WEIGHT, "10 times what was expected");
  }

  /// 21 mL in 40 min is 31.5 mL/h; a pump that goes to 31.4 cannot.
  @ParameterizedTest
  @CsvSource({"31.5, true", "31.4, false"})
  void aPumpRunsNoFasterThanItCan(String highest, boolean planned) {
    var slower =
        Amended.knowledge(
            "planning/PLN-PREP-01.yaml",
            "pump-highest: { value: 999,",
            "pump-highest: { value: " + highest + ",");

    expect(propose(plain(), slower), planned, Field.PREPARED, "The pump cannot run");
  }

  /// 30 kg x 0.01 mg/kg is 0.3 mg: of 10 mg/mL 0.03 mL, of 50 mg/mL 0.006 mL, which no syringe
  /// shows. 0.1 mg of 2 mg/mL in 40 min is 0.075 mL/h, less than a pump's step of 0.1; of 1 mg/mL
  /// it is 0.15 mL/h.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # mg/kg, vial, prepared, field (none: planned)
          0.01, 10, 1, ''
          0.01, 50, 1, VIAL
          0.0033, 10, 2, VIAL
          0.0034, 10, 2, PREPARED
          0.0034, 10, 1, ''
          """)
  void nothingIsPlannedThatCannotBeMeasured(
      String dose, String vial, String prepared, String field) {
    var request = KetamineEventsTest.request("PLN-PRO-01", "30", dose, vial, "10");
    var result =
        propose(prepared(request, SolutionStrength.ofMilligramsPerMillilitre(prepared)), SHIPPED);

    expect(
        result,
        field.isEmpty(),
        field.isEmpty() ? Field.VIAL : Field.valueOf(field),
        field.equals("VIAL") ? "less than a syringe can measure" : "The pump cannot run");
  }

  /// A product of 1 mg/mL cannot be made up to 1 mg/mL, of 1.1 it can.
  @ParameterizedTest
  @CsvSource({"1, false", "0.9, false", "1.1, true"})
  void theProductIsStrongerThanWhatItIsMadeUpTo(String vial, boolean planned) {
    var weak =
        Amended.knowledge(
            "planning/PLN-PRD-01.yaml",
            "{ value: 10, unit: mg/mL }",
            "{ value: " + vial + ", unit: mg/mL }");
    var request = KetamineEventsTest.request("PLN-PRO-01", "70", "0.3", vial, "20");

    expect(propose(request, weak), planned, Field.VIAL, "not stronger than");
  }

  /// A hard cap in the way says that nobody exceeds it; a soft one asks for a reason.
  @Verifies("H12")
  @Test
  void aHardCapIsSaidToBeHardAndASoftOneAsksForAReason() {
    var hard = propose(KetamineEventsTest.request("PLN-PRO-01", "70", "0.31", "10", "20"), SHIPPED);
    var soft = propose(KetamineEventsTest.request("PLN-PRO-02", "202", "0.5", "10", "20"), SHIPPED);

    assertThat(messages(hard)).singleElement().asString().contains("Nobody can exceed it.");
    assertThat(messages(soft))
        .singleElement()
        .asString()
        .contains("Lower the dose, or give a reason.");
  }

  /// A reason is kept only where a soft cap was exceeded: otherwise nobody would need to sign
  /// twice.
  @Verifies("H35")
  @ParameterizedTest
  @CsvSource({"200, false", "202, true"})
  void aReasonIsKeptOnlyWhereACapWasExceeded(String kilograms, boolean kept) {
    var request = KetamineEventsTest.request("PLN-PRO-02", kilograms, "0.5", "10", "20");
    var plan = ((Planned) propose(reason(request), SHIPPED)).plan();

    assertThat(plan.needsSecondClinician()).isEqualTo(kept);
  }

  /// A reason lifts a soft cap and never a hard one: 0.51 mg/kg at 202 kg is above both.
  @Verifies("H34")
  @Test
  void aReasonNeverLiftsAHardCap() {
    var request = KetamineEventsTest.request("PLN-PRO-02", "202", "0.51", "10", "20");

    expect(propose(reason(request), SHIPPED), false, Field.DOSE, "Nobody can exceed it.");
  }

  private static List<String> messages(PlanResult result) {
    return ((Refused) result).faults().stream().map(PlanResult.Fault::message).toList();
  }

  private static void expect(PlanResult result, boolean planned, Field field, String words) {
    switch (result) {
      case Planned _ -> assertThat(planned).as("planned").isTrue();
      case Refused refused -> {
        assertThat(planned).as(refused.toString()).isFalse();
        assertThat(refused.faults())
            .allSatisfy(fault -> assertThat(fault.field()).isEqualTo(field))
            .anySatisfy(fault -> assertThat(fault.message()).contains(words));
      }
    }
  }

  private static PlanResult propose(PlanRequest request, KnowledgeBase knowledge) {
    return Planning.propose(request, knowledge, PHYSICIAN, AT);
  }

  private static PlanRequest plain() {
    return KetamineEventsTest.request("PLN-PRO-01", "70", "0.3", "10", "20");
  }

  private static PlanRequest with(PlanRequest of, PlanFacts facts) {
    return copy(of, of.weight(), of.prepared(), of.softCapReason(), facts);
  }

  private static PlanRequest weighing(PlanRequest of, DosingWeight weight) {
    return copy(of, weight, of.prepared(), of.softCapReason(), of.facts());
  }

  private static PlanRequest prepared(PlanRequest of, SolutionStrength prepared) {
    return copy(of, of.weight(), prepared, of.softCapReason(), of.facts());
  }

  private static PlanRequest reason(PlanRequest of) {
    return copy(of, of.weight(), of.prepared(), Optional.of(SoftCapReason.BODY_WEIGHT), of.facts());
  }

  private static PlanRequest copy(
      PlanRequest of,
      DosingWeight weight,
      SolutionStrength prepared,
      Optional<SoftCapReason> reason,
      PlanFacts facts) {
    return new PlanRequest(
        of.infusionNumber(),
        of.protocolId(),
        weight,
        of.weightChangeConfirmed(),
        of.dosePerWeight(),
        of.minutes(),
        of.vial(),
        of.vialContent(),
        prepared,
        reason,
        of.otherIndicationReason(),
        of.benefit(),
        facts);
  }
}
