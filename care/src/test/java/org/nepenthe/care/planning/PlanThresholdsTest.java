package org.nepenthe.care.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.chart.Identity.Sex;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.planning.PlanResult.Fault;
import org.nepenthe.care.planning.PlanResult.Field;
import org.nepenthe.care.planning.PlanResult.Planned;
import org.nepenthe.care.planning.PlanResult.Refused;
import org.nepenthe.care.planning.order.BodySize;
import org.nepenthe.care.planning.protocol.PlanningKnowledge;
import org.nepenthe.care.planning.slip.Quantity;
import org.nepenthe.care.planning.slip.Slip;
import org.nepenthe.care.planning.slip.Slips;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.SolutionStrength;

/// Both sides of what planning refuses, and of when a number is taken for a slip. Arithmetic by
/// hand beside each table; no tolerance.
class PlanThresholdsTest {
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.shipped();
  private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
  private static final Actor PHYSICIAN = new Actor("p1", "Dr Ada Physician", Role.PHYSICIAN);
  private static final Actor PHARMACIST = new Actor("p2", "Mira", Role.PHARMACIST);

  private static PlanResult propose(PlanRequest request) {
    return Planning.propose(request, KNOWLEDGE, PHYSICIAN, AT);
  }

  private static List<Field> faults(PlanResult result) {
    return switch (result) {
      case Planned _ -> List.of();
      case Refused refused -> refused.faults().stream().map(Fault::field).toList();
    };
  }

  private static PlanRequest plain() {
    return KetamineEventsTest.request("PLN-PRO-01", "70", "0.3", "10", "20");
  }

  private static PlanRequest with(
      PlanRequest request,
      String protocol,
      SolutionStrength vial,
      SolutionStrength prepared,
      Optional<SoftCapReason> reason,
      AgreedBenefit benefit) {
    return new PlanRequest(
        request.infusionNumber(),
        protocol,
        request.weight(),
        request.weightChangeConfirmed(),
        request.dosePerWeight(),
        request.minutes(),
        vial,
        request.vialContent(),
        prepared,
        reason,
        request.otherIndicationReason(),
        benefit,
        request.facts());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # pain falls by, function falls by, by infusion, planned
          30, '', 1, true
          '', 30, 1, true
          30, 30, 1, true
          '', '', 1, false
          30, '', 0, false
          30, '', -1, false
          """)
  void aBenefitIsAgreedAndHasToShowByAnInfusionThereIs(
      String pain, String function, int byInfusion, boolean planned) {
    var benefit = new AgreedBenefit(percent(pain), percent(function), byInfusion, "walk");
    var request =
        with(plain(), "PLN-PRO-01", plain().vial(), plain().prepared(), Optional.empty(), benefit);
    assertThat(faults(propose(request))).isEqualTo(planned ? List.of() : List.of(Field.BENEFIT));
  }

  private static Optional<BigDecimal> percent(String number) {
    return number.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(number));
  }

  /// The product comes in 10, 50 and 100 mg/mL and is made up to 0.5, 1 or 2 mg/mL.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # protocol, vial mg/mL, prepared mg/mL, fault
          PLN-PRO-01, 10, 1, ''
          PLN-PRO-01, 50, 2, ''
          PLN-PRO-01, 11, 1, VIAL
          PLN-PRO-01, 10, 3, PREPARED
          PLN-PRO-99, 10, 1, PROTOCOL
          """)
  void onlyWhatThereIsCanBeOrdered(String protocol, String vial, String prepared, String fault) {
    var request =
        with(
            plain(),
            protocol,
            SolutionStrength.ofMilligramsPerMillilitre(vial),
            SolutionStrength.ofMilligramsPerMillilitre(prepared),
            Optional.empty(),
            plain().benefit());
    assertThat(faults(propose(request)))
        .isEqualTo(fault.isEmpty() ? List.of() : List.of(Field.valueOf(fault)));
  }

  /// 0.5 mg/kg at 200 kg is 100 mg, the soft cap itself; at 202 kg it is 101 mg.
  @Verifies("H12")
  @ParameterizedTest
  @CsvSource({"200, false, true", "202, false, false", "202, true, true"})
  void aboveTheSoftCapOnlyWithAReason(String kilograms, boolean reason, boolean planned) {
    var result = propose(heavy(kilograms, reason));
    assertThat(result instanceof Planned).as(result.toString()).isEqualTo(planned);
  }

  /// A plan whose reason went missing cannot be signed, even by two people.
  @Verifies("H35")
  @Test
  void aPlanAboveTheSoftCapThatLostItsReasonIsNotSigned() {
    var plan = ((Planned) propose(heavy("202", true))).plan();
    assertThat(sign(plan)).isInstanceOf(Approval.Signed.class);
    var stripped =
        new DosePlan.Proposed(
            plan.infusionNumber(),
            plan.order(),
            plan.requested(),
            Optional.empty(),
            plan.benefit(),
            plan.notices(),
            plan.knowledge(),
            plan.proposedBy(),
            plan.proposedAt());
    assertThat(sign(stripped))
        .isInstanceOfSatisfying(
            Approval.Refused.class,
            refused ->
                assertThat(refused.faults()).singleElement().asString().contains("soft cap"));
  }

  private static Approval.Result sign(DosePlan.Proposed plan) {
    return Approval.approve(
        plan,
        PHYSICIAN,
        Optional.of(PHARMACIST),
        "right for this patient",
        AT.plus(Duration.ofDays(1)),
        KNOWLEDGE,
        AT);
  }

  private static PlanRequest heavy(String kilograms, boolean reason) {
    var request = KetamineEventsTest.request("PLN-PRO-02", kilograms, "0.5", "10", "20");
    return with(
        request,
        "PLN-PRO-02",
        request.vial(),
        request.prepared(),
        reason ? Optional.of(SoftCapReason.values()[0]) : Optional.empty(),
        request.benefit());
  }

  /// The order is 21 mg. Twice is 42 mg and nine times 189 mg; one per cent of 42 mg is 0.42 mg.
  @Verifies("H05")
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # typed mg, several doses (0: none)
          42, 2
          42.42, 2
          42.43, 0
          41.58, 2
          41.57, 0
          31.5, 0
          189, 9
          210, 0
          21, 0
          0, 0
          -42, 0
          """)
  void severalDosesAreNamedWithinOnePerCent(String typed, int doses) {
    var order = ((Planned) propose(plain())).plan().order();
    var several =
        Slips.behind(order, Quantity.DOSE, new BigDecimal(typed)).stream()
            .filter(Slip.SeveralDoses.class::isInstance)
            .toList();
    assertThat(several).isEqualTo(doses == 0 ? List.of() : List.of(new Slip.SeveralDoses(doses)));
  }

  /// Ten times 0.1 to 0.3 mg/kg is 1 to 3 mg/kg. At 70 kg the whole dose is 7 to 21 mg.
  @Verifies("H06")
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # typed mg/kg, taken for ten times, taken for milligrams
          0.99, false, false
          1, true, false
          3, true, false
          3.01, false, false
          6.99, false, false
          7, false, true
          21, false, true
          21.1, false, false
          """)
  void aDoseAboveTheProtocolIsTakenForASlipOnlyWhereItFits(
      String typed, boolean tenfold, boolean milligrams) {
    var slips =
        Slips.aboveProtocol(
            new BigDecimal(typed),
            new BigDecimal("0.1"),
            new BigDecimal("0.3"),
            BodyWeight.ofKilograms("70"));
    assertThat(slips.contains(new Slip.PowerOfTen(BigDecimal.TEN))).isEqualTo(tenfold);
    assertThat(slips.contains(new Slip.OtherField(Quantity.DOSE))).isEqualTo(milligrams);
  }

  /// 154 lb are 69.85 kg, within one per cent of 70 kg the other way round.
  @Verifies("H03")
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # typed kg, last kg, pounds for kilograms, kilograms for pounds, tenfold
          154, 70, true, false, false
          31.8, 70, false, true, false
          70, 70, false, false, false
          700, 70, false, false, true
          140, 70, false, false, false
          """)
  void aWeightFarFromTheLastIsNamedAsWhatItMayBe(
      String typed, String last, boolean pounds, boolean kilograms, boolean tenfold) {
    var slips = Slips.behindWeight(BodyWeight.ofKilograms(typed), BodyWeight.ofKilograms(last));
    assertThat(slips.contains(new Slip.PoundsForKilograms())).isEqualTo(pounds);
    assertThat(slips.contains(new Slip.KilogramsForPounds())).isEqualTo(kilograms);
    assertThat(slips.contains(new Slip.PowerOfTen(BigDecimal.TEN))).isEqualTo(tenfold);
  }

  /// The protocol begins at 0.1 mg/kg.
  @ParameterizedTest
  @CsvSource({"0.1, false", "0.099, true", "0.3, false"})
  void belowTheProtocolsRangeIsSaid(String dose, boolean said) {
    var request = KetamineEventsTest.request("PLN-PRO-01", "70", dose, "10", "20");
    var plan = ((Planned) propose(request)).plan();
    assertThat(plan.notices().stream().map(Notice::text).toList().toString())
        .matches(words -> words.contains("Below the protocol's range") == said);
  }

  /// At 70 kg, 0.3 mg/kg is 21 mg; the guideline's least is 80 mg over more than 120 min.
  @Test
  void belowTheGuidelinesLeastIsSaidWithItsNumbers() {
    assertThat(((Planned) propose(plain())).plan().notices())
        .anySatisfy(notice ->
            assertThat(notice.text()).contains("80 mg over more than 120 min", "contested"));
  }

  /// A syringe for less than 1 mL is read to 0.01 mL, others to 0.1 mL.
  @ParameterizedTest
  @CsvSource({"0.99, 0.01", "1, 0.1", "1.01, 0.1"})
  void aSyringeIsReadInItsStep(String millilitres, String step) {
    var known = new PlanningKnowledge(KNOWLEDGE, LocalDate.of(2026, 11, 22));
    assertThat(known.syringeStep(new BigDecimal(millilitres))).isEqualByComparingTo(step);
  }

  @Test
  void aHeightIsAboveNothing() {
    assertThatThrownBy(() -> new BodySize(Optional.of(BigDecimal.ZERO), Sex.MALE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 cm");
  }
}
