package org.nepenthe.care.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.KnowledgeVersion;
import org.nepenthe.care.decision.Limited;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.planning.order.DoseIntegrity;
import org.nepenthe.care.planning.order.DoseOrder;
import org.nepenthe.care.planning.order.Written;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.quantity.Moiety;

/// The last barrier: an order whose numbers agree, wherever it came from, held against the caps at
/// the moment of signing. The numbers of each order are worked out by hand.
class ApprovalLimitsTest {
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.shipped();
  private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
  private static final Actor PHYSICIAN = new Actor("p1", "Dr Ada Physician", Role.PHYSICIAN);
  private static final Actor PHARMACIST = new Actor("p2", "Mira", Role.PHARMACIST);
  private static final String RATE = "The rate is above a cap that nobody exceeds";

  /// PLN-PRO-01 has no rate of its own, the clinic's is 2 mg/kg/h: 140 mg/h at 70 kg. PLN-PRO-03
  /// has 0.35 mg/kg/h, 24.5 mg/h at 70 kg, and 25 mg/h, which bites first at 100 kg. Of 1 mg/mL,
  /// mg/h and mL/h are the same number, and the volume lasts for the minutes or longer.
  @Verifies("H34")
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # protocol, kg, mg/kg, mg, drawn, diluent, minutes, mg/h, signed
          PLN-PRO-01, 70, 0.3, 21, 2.1, 18.9, 9, 140, true
          PLN-PRO-01, 70, 0.3, 21, 2.1, 18.9, 8, 140.1, false
          PLN-PRO-03, 70, 1.4, 98, 9.8, 88.2, 240, 24.5, true
          PLN-PRO-03, 70, 1.4, 98, 9.8, 88.2, 239, 24.6, false
          PLN-PRO-03, 100, 1, 100, 10, 90, 240, 25, true
          PLN-PRO-03, 100, 1, 100, 10, 90, 239, 25.1, false
          """)
  void noRateAboveACapIsSigned(
      String protocol,
      String kilograms,
      String perWeight,
      String milligrams,
      String drawn,
      String diluent,
      String minutes,
      String rate,
      boolean signed) {
    var order =
        of(kilograms, perWeight, milligrams, drawn, diluent)
            .but("minutes", minutes)
            .but("mL/h", rate)
            .but("mg/h", rate)
            .order(protocol);

    expect(order, Optional.empty(), signed, RATE);
  }

  /// The protocol's highest is 0.3 mg/kg: 21 mg at 70 kg.
  @Verifies("H34")
  @ParameterizedTest
  @CsvSource({"0.3, 21, 2.1, 18.9, true", "0.31, 21.7, 2.17, 19.53, false"})
  void noDoseAboveTheProtocolsHighestIsSigned(
      String perWeight, String milligrams, String drawn, String diluent, boolean signed) {
    var order = of("70", perWeight, milligrams, drawn, diluent).order("PLN-PRO-01");

    expect(order, Optional.empty(), signed, "above the protocol's highest");
  }

  /// 0.5 mg/kg at 200 kg are 100 mg, the most without a second clinician; at 200.2 kg 100.1 mg.
  @Verifies({"H34", "H35"})
  @ParameterizedTest
  @CsvSource({
    "200, 100, 10, 90, false, true",
    "200.2, 100.1, 10.01, 90.09, false, false",
    "200.2, 100.1, 10.01, 90.09, true, true"
  })
  void noDoseAboveTheSoftCapIsSignedWithoutAReason(
      String kilograms,
      String milligrams,
      String drawn,
      String diluent,
      boolean reason,
      boolean signed) {
    var order = of(kilograms, "0.5", milligrams, drawn, diluent).order("PLN-PRO-02");

    expect(
        order,
        reason ? Optional.of(SoftCapReason.BODY_WEIGHT) : Optional.empty(),
        signed,
        "soft cap without a reason");
  }

  @Verifies("H34")
  @Test
  void aProtocolThatIsNoLongerInForceIsNotSigned() {
    expect(
        new Written().order("PLN-PRO-99"),
        Optional.empty(),
        false,
        "The protocol of this plan is not in force.");
  }

  @Verifies("H06")
  @Test
  void numbersThatContradictEachOtherAreNotSigned() {
    expect(
        new Written().but("diluent", "19").order("PLN-PRO-01"),
        Optional.empty(),
        false,
        "does not hold the dose");
  }

  /// A site that lowered the clinic's rate to 0.4 mg/kg/h: 0.3 mg/kg in 40 min runs at 0.45.
  @Verifies("H34")
  @Test
  void aProtocolThatCouldRunAboveTheClinicsRateIsNotSigned() {
    var lower = Amended.knowledge("planning/PLN-CAP-01.yaml", "value: 2,", "value: 0.4,");
    var order = new Written().but("minutes", "60").but("mL/h", "21").but("mg/h", "21");

    var result = sign(proposed(order.order("PLN-PRO-01"), Optional.empty(), lower), lower);

    assertThat(((Approval.Refused) result).faults())
        .singleElement()
        .asString()
        .contains("allows up to 0.45 mg/kg/h");
  }

  /// Of esketamine nothing is signed on a protocol of the racemate, nor the reverse. 21 mg in 40
  /// min at 70 kg are 0.45 mg/kg/h, far above the 0.2 of esketamine.
  @Verifies("H56")
  @Test
  void anOrderOfTheOtherDrugIsNotSigned() {
    var order = new Written().all(Moiety.ESKETAMINE).order("PLN-PRO-01");

    var result = sign(proposed(order, Optional.empty(), KNOWLEDGE), KNOWLEDGE);

    assertThat(((Approval.Refused) result).faults())
        .hasSize(2)
        .anyMatch(
            fault -> fault.startsWith("The protocol is of ketamine, and the order of esketamine"))
        .anyMatch(fault -> fault.startsWith(RATE));
  }

  /// 0.3 mg/kg of esketamine in 6 h: 21 mg at 70 kg, 3.5 mg/h. At 14 mg/h, 0.2 mg/kg/h, it would
  /// last 90 min; the racemate's ceiling of 2 mg/kg/h lifts nothing.
  @Verifies({"H34", "H56"})
  @ParameterizedTest
  @CsvSource({"90, 14, true", "89, 14.1, false", "360, 3.5, true"})
  void esketamineIsSignedUpToItsOwnRateOnly(String minutes, String rate, boolean signed) {
    var order =
        new Written()
            .all(Moiety.ESKETAMINE)
            .but("minutes", minutes)
            .but("mL/h", rate)
            .but("mg/h", rate)
            .order("PLN-PRO-04");

    expect(order, Optional.empty(), signed, RATE);
  }

  /// Both signatures are kept with the plan.
  @Verifies("H35")
  @Test
  void whoSignedIsKept() {
    var plan = proposed(new Written().order("PLN-PRO-01"), Optional.empty(), KNOWLEDGE);

    var signed = ((Approval.Signed) sign(plan, KNOWLEDGE)).event();

    assertThat(signed.approval().signer()).isEqualTo(PHYSICIAN);
    assertThat(signed.second().orElseThrow().signer()).isEqualTo(PHARMACIST);
  }

  private static void expect(
      DoseOrder order, Optional<SoftCapReason> reason, boolean signed, String fault) {
    switch (sign(proposed(order, reason, KNOWLEDGE), KNOWLEDGE)) {
      case Approval.Signed _ -> assertThat(signed).as("signed").isTrue();
      case Approval.Refused(var faults) -> {
        assertThat(signed).as(faults.toString()).isFalse();
        assertThat(faults).singleElement().asString().contains(fault);
      }
    }
    if (!fault.contains("hold")) {
      assertThat(DoseIntegrity.disagreements(order)).isEmpty();
    }
  }

  private static Written of(
      String kilograms, String perWeight, String milligrams, String drawn, String diluent) {
    return new Written()
        .but("weight", kilograms)
        .but("dosed-on", kilograms)
        .but("mg/kg", perWeight)
        .but("mg", milligrams)
        .but("drawn", drawn)
        .but("diluent", diluent);
  }

  private static DosePlan.Proposed proposed(
      DoseOrder order, Optional<SoftCapReason> reason, KnowledgeBase knowledge) {
    return new DosePlan.Proposed(
        1,
        order,
        Limited.unlimited(order.dosePerWeight()),
        reason,
        new AgreedBenefit(Optional.of(new BigDecimal("30")), Optional.empty(), 3, "walk"),
        List.of(),
        new KnowledgeVersion(knowledge.version(), knowledge.contentHash()),
        PHYSICIAN,
        AT);
  }

  private static Approval.Result sign(DosePlan.Proposed plan, KnowledgeBase knowledge) {
    return Approval.approve(
        plan,
        PHYSICIAN,
        Optional.of(PHARMACIST),
        "right for this patient",
        AT.plus(Duration.ofDays(1)),
        knowledge,
        AT);
  }
}
