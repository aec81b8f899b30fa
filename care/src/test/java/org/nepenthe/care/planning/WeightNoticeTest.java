package org.nepenthe.care.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nepenthe.care.chart.Identity.Sex;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.planning.order.BodySize;
import org.nepenthe.care.planning.protocol.PlanningKnowledge;
import org.nepenthe.evidence.BrokenFile;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.quantity.Moiety;

/// What a plan says of the weight that its dose is computed from.
class WeightNoticeTest {
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.shipped();
  private static final Map<String, KnowledgeBase> BY_WEIGHT = new HashMap<>();
  private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
  private static final Actor PHYSICIAN = new Actor("p1", "Dr Ada Physician", Role.PHYSICIAN);

  /// BMI 18 to 70 at 167.64 cm: ideal 59.3 kg, so 130 % of it is 77.1 kg. By hand.
  @Verifies("H09")
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # kg, said
          51, false
          77, false
          77.2, true
          120, true
          196, true
          """)
  void thePlanSaysWhichWeightItUsesWhereTheyLieFarApart(String kilograms, boolean said) {
    var size = new BodySize(Optional.of(new BigDecimal("167.64")), Sex.FEMALE);
    var request = KetamineEventsTest.request("PLN-PRO-01", kilograms, "0.1", "10", "20");
    var plan = plan(with(request, size));

    assertThat(
            plan.notices().stream()
                .filter(notice -> notice.rule().equals(PlanningKnowledge.WEIGHT_FORMULA))
                .filter(notice -> notice.text().contains("above the ideal 59.3 kg"))
                .filter(notice -> notice.text().contains("from the actual body weight")))
        .hasSize(said ? 1 : 0);
  }

  @Verifies("H09")
  @Test
  void anUnknownHeightIsSaid() {
    var plan = plan(KetamineEventsTest.request("PLN-PRO-01", "70", "0.1", "10", "20"));

    assertThat(plan.notices())
        .anyMatch(notice -> notice.text().startsWith("Height or sex is not known"));
  }

  /// BMI 18 to 70 of a man of 185 cm, by hand: BMI x 3.4225 kg; ideal 50 + 2.3 x 32.6 / 2.54 = 79.5
  /// kg, of which 130 % are 103.4 kg, between BMI 30 (102.7 kg) and 31 (106.1 kg). At 0.5 mg/kg the
  /// 100 mg of the soft cap lie at 200 kg, between BMI 58 (198.5 kg) and 59 (201.9 kg). The 100 mg
  /// a day of PLN-PRO-03 at 1.4 mg/kg lie at 71.4 kg, between BMI 20 (68.5 kg) and 21 (71.9 kg).
  @Verifies("H09")
  @Test
  void aGridOfBodyMassFrom18To70() {
    for (int index = 18; index <= 70; index++) {
      var what = "BMI " + index;
      var kilograms = BigDecimal.valueOf(index * 3.4225).setScale(1, RoundingMode.HALF_UP);
      var size = new BodySize(Optional.of(new BigDecimal("185")), Sex.MALE);
      double actual = kilograms.doubleValue();
      double ideal = 79.5;
      double adjusted = Math.min(actual, ideal + 0.4 * (actual - ideal));

      var byActual = propose("actual", kilograms, size, index > 58);
      assertThat(dosedOn(byActual)).as(what).isCloseTo(actual, within(0.05));
      assertThat(
              byActual.notices().stream()
                  .map(Notice::text)
                  .anyMatch(text -> text.contains("above the ideal 79.5 kg")))
          .as(what)
          .isEqualTo(index > 30);
      assertThat(byActual.needsSecondClinician()).as(what).isEqualTo(index > 58);
      assertThat(dosedOn(propose("ideal", kilograms, size, false)))
          .as(what)
          .isCloseTo(ideal, within(0.05));
      assertThat(dosedOn(propose("adjusted", kilograms, size, false)))
          .as(what)
          .isCloseTo(adjusted, within(0.05));
      assertThat(fourHours(kilograms) instanceof PlanResult.Planned)
          .as(what)
          .isEqualTo(index <= 20);
    }
  }

  /// A protocol that does not say which weight it means is not read.
  @Verifies("H09")
  @ParameterizedTest
  @CsvSource({"PLN-PRO-01", "PLN-PRO-02", "PLN-PRO-03", "PLN-PRO-04"})
  void aProtocolThatNamesNoWeightIsRefusedWhenTheKnowledgeIsRead(String protocol) {
    var file = "planning/" + protocol + ".yaml";

    assertThatThrownBy(() -> Amended.knowledge(file, "    weight: actual\n", ""))
        .isInstanceOf(BrokenFile.class)
        .hasMessageContaining(file)
        .hasMessageContaining("'weight'");
    assertThatThrownBy(() -> Amended.knowledge(file, "weight: actual", "weight: lean"))
        .isInstanceOf(BrokenFile.class)
        .hasMessageContaining("lean");
  }

  /// Beside each dose for each kilogram stands an absolute cap in mg.
  @Verifies("H09")
  @ParameterizedTest
  @EnumSource(Moiety.class)
  void anAbsoluteCapStandsBesideEveryDosePerKilogram(Moiety moiety) {
    var known = new PlanningKnowledge(KNOWLEDGE, LocalDate.of(2026, 11, 22));

    assertThat(known.doseCeiling(moiety).most().in("mg")).isPositive();
  }

  private static double dosedOn(DosePlan.Proposed plan) {
    return plan.order().dosedOn().asDouble();
  }

  private static DosePlan.Proposed propose(
      String basis, BigDecimal kilograms, BodySize size, boolean reason) {
    var knowledge =
        BY_WEIGHT.computeIfAbsent(
            basis,
            _ ->
                Amended.knowledge(
                    "planning/PLN-PRO-02.yaml", "weight: actual", "weight: " + basis));
    var request =
        with(
            KetamineEventsTest.request("PLN-PRO-02", kilograms.toPlainString(), "0.5", "10", "20"),
            size);
    var result = Planning.propose(reason ? reasoned(request) : request, knowledge, PHYSICIAN, AT);
    return ((PlanResult.Planned) result).plan();
  }

  private static PlanResult fourHours(BigDecimal kilograms) {
    var of = KetamineEventsTest.request("PLN-PRO-03", kilograms.toPlainString(), "1.4", "10", "20");
    return Planning.propose(
        copy(of, new BigDecimal("240"), of.softCapReason(), of.facts()), KNOWLEDGE, PHYSICIAN, AT);
  }

  private static PlanRequest reasoned(PlanRequest of) {
    return copy(of, of.minutes(), Optional.of(SoftCapReason.BODY_WEIGHT), of.facts());
  }

  private static PlanRequest copy(
      PlanRequest of, BigDecimal minutes, Optional<SoftCapReason> reason, PlanFacts facts) {
    return new PlanRequest(
        of.infusionNumber(),
        of.protocolId(),
        of.weight(),
        of.weightChangeConfirmed(),
        of.dosePerWeight(),
        minutes,
        of.vial(),
        of.vialContent(),
        of.prepared(),
        reason,
        of.otherIndicationReason(),
        of.benefit(),
        facts);
  }

  private static DosePlan.Proposed plan(PlanRequest request) {
    return ((PlanResult.Planned)
            Planning.propose(
                request,
                KNOWLEDGE,
                new Actor("p1", "Dr Ada Physician", Role.PHYSICIAN),
                java.time.Instant.parse("2026-11-22T09:00:00Z")))
        .plan();
  }

  private static PlanRequest with(PlanRequest request, BodySize size) {
    return new PlanRequest(
        request.infusionNumber(),
        request.protocolId(),
        request.weight(),
        request.weightChangeConfirmed(),
        request.dosePerWeight(),
        request.minutes(),
        request.vial(),
        request.vialContent(),
        request.prepared(),
        request.softCapReason(),
        request.otherIndicationReason(),
        request.benefit(),
        new PlanFacts(Optional.empty(), size, Optional.empty(), java.util.List.of()));
  }
}
