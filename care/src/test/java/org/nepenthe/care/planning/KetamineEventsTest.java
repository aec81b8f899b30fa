package org.nepenthe.care.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.InfusionId;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.planning.PlanResult.Field;
import org.nepenthe.care.planning.PlanResult.Refused;
import org.nepenthe.care.planning.order.DosingWeight;
import org.nepenthe.care.planning.protocol.PlanningKnowledge;
import org.nepenthe.care.planning.protocol.Protocol;
import org.nepenthe.care.planning.slip.Quantity;
import org.nepenthe.care.planning.slip.Slip;
import org.nepenthe.care.planning.slip.Slips;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Moiety;
import org.nepenthe.quantity.SolutionStrength;
import org.nepenthe.quantity.Volume;
import org.nepenthe.quantity.WeightNormalisedDose;

/// Six published events in which people were given the wrong dose of ketamine, or ketamine instead
/// of something else, replayed against planning. What the second check at the chair catches of them
/// is proved beside it, in `PreparationTest`.
///
/// 1. AHRQ PSNet 2021; 2. ISMP 1998; 3. University of Vermont 2015; 4. International Journal of
/// Medical Toxicology 2003; 5. ketamine for ketoprofen; 6. emergency department, 50 for 0.5 mg/kg.
class KetamineEventsTest {
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.shipped();
  private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
  private static final Actor PHYSICIAN = new Actor("p1", "Dr Ada Physician", Role.PHYSICIAN);

  /// 95 mg meant; two vials of 100 mg/mL taken for 10 mg/mL: 950 mg given. 190 kg at 0.5 mg/kg is
  /// 95 mg, 9.5 mL of the planned product.
  @Verifies({"H07", "C1"})
  @Test
  void psnet2021VialsOfHundredTakenForTenNameTheOtherStrength() {
    var order = planned("PLN-PRO-02", "190", "0.5", "10", "20").order();

    assertThat(order.dose().milligrams()).isEqualByComparingTo("95");
    assertThat(order.drawn().millilitres()).isEqualByComparingTo("9.5");
    assertThat(Slips.behind(order, Quantity.VIAL_STRENGTH, new BigDecimal("100")))
        .contains(new Slip.OtherStrength(BigDecimal.TEN));
    // 9.5 mL of 100 mg/mL is 950 mg.
    assertThat(Slips.behind(order, Quantity.DOSE, new BigDecimal("950")))
        .contains(new Slip.PowerOfTen(BigDecimal.TEN));
  }

  /// "50 mg/mL" read as 50 mg in the vial of 10 mL: 50 mg meant, 500 mg given. 100 kg at 0.5 mg/kg.
  @Verifies({"H08", "C2"})
  @Test
  void ismp1998LabelReadAsTheContentOfTheVialNamesTheWholeVial() {
    var order = planned("PLN-PRO-02", "100", "0.5", "50", "10").order();
    var vials = order.vials().orElseThrow();

    assertThat(order.drawn().millilitres()).isEqualByComparingTo("1");
    assertThat(vials.count()).isEqualTo(1);
    assertThat(vials.inOne(order.vial(), order.moiety()).milligrams()).isEqualByComparingTo("500");
    assertThat(Slips.behind(order, Quantity.DOSE, new BigDecimal("500")))
        .contains(new Slip.WholeVial());
  }

  /// "100 mg" heard as "100 mg/mL": a strength that is a dose.
  @Verifies({"H08", "C2"})
  @Test
  void ismp1998HundredMilligramsHeardAsAStrengthNamesTheField() {
    var order = planned("PLN-PRO-02", "200", "0.5", "50", "10").order();

    assertThat(order.dose().milligrams()).isEqualByComparingTo("100");
    assertThat(Slips.behind(order, Quantity.VIAL_STRENGTH, new BigDecimal("100")))
        .contains(new Slip.OtherField(Quantity.DOSE), new Slip.OtherStrength(BigDecimal.TWO));
  }

  /// Five doses drawn up together, and all of them given. One plan opens one infusion and is used
  /// up by it, and what holds five doses is named.
  @Verifies({"H13", "C3"})
  @Test
  void vermont2015FiveDosesDrawnUpTogetherAreNamedAndOnePlanStartsOneInfusion() {
    var plan = planned("PLN-PRO-01", "70", "0.3", "10", "20");

    assertThat(Slips.behind(plan.order(), Quantity.TOTAL_VOLUME, new BigDecimal("105")))
        .contains(new Slip.SeveralDoses(5));
    var state =
        PlanningState.of(
            List.of(
                new PlanningState.Dated(new PlanProposed(plan), AT),
                new PlanningState.Dated(
                    new PlanCarriedOut(InfusionId.of("00000000-0000-0000-0000-000000000001")),
                    AT)));
    assertThat(state.current()).isEmpty();
  }

  /// A tenfold overdose; infarction, death. 3 mg/kg typed for 0.3.
  @Verifies({"H05", "C4"})
  @Test
  void ijmt2003TenfoldDoseIsRefusedAndNamed() {
    var refused = refused("PLN-PRO-01", "70", "3");

    assertThat(refused.faults()).allMatch(fault -> fault.field() == Field.DOSE);
    assertThat(refused.faults().getFirst().message())
        .contains("10 times what was expected: look at the decimal point");
    assertThat(refused.requested().orElseThrow().hardLimited()).isTrue();
  }

  /// Ketamine for ketoprofen: a plan can only be of a protocol, and a protocol only of ketamine or
  /// esketamine, by name and whole.
  @Verifies({"H56", "C5"})
  @Test
  void ketoprofenMixUpNoProtocolIsOfAnythingElseThanKetamineByItsWholeName() {
    var knowledge =
        new PlanningKnowledge(KNOWLEDGE, AT.atOffset(java.time.ZoneOffset.UTC).toLocalDate());

    assertThat(knowledge.protocols()).isNotEmpty();
    assertThat(knowledge.protocols())
        .allMatch(protocol ->
            protocol.moiety() == Moiety.RACEMIC_KETAMINE || protocol.moiety() == Moiety.ESKETAMINE);
    assertThat(Moiety.values())
        .extracting(Moiety::genericName)
        .allMatch(name -> name.contains("ketamine"))
        .doesNotHaveDuplicates();
  }

  /// 0.5 mg/kg ordered, 50 mg/kg given by a slip of arithmetic.
  @Verifies({"H05", "C6"})
  @Test
  void emergencyDepartmentFiftyForOneHalfIsRefusedAndNamed() {
    var refused = refused("PLN-PRO-02", "70", "50");

    assertThat(refused.faults().getFirst().message())
        .contains("100 times what was expected: look at the decimal point");
  }

  /// Intranasal heard as intramuscular: the route belongs to the protocol, and what planning orders
  /// is by vein.
  @Verifies({"H55", "C6"})
  @Test
  void emergencyDepartmentRouteMisheardNoOtherRouteCanBePlannedHere() {
    var route = KNOWLEDGE.ofKind("intravenous-protocol").stream().map(entry -> entry.id()).toList();

    assertThat(
            new PlanningKnowledge(KNOWLEDGE, AT.atOffset(java.time.ZoneOffset.UTC).toLocalDate())
                .protocols())
        .extracting(Protocol::id)
        .containsExactlyInAnyOrderElementsOf(route);
  }

  private static DosePlan.Proposed planned(
      String protocol, String kilograms, String dose, String vial, String content) {
    var result =
        Planning.propose(
            request(protocol, kilograms, dose, vial, content), KNOWLEDGE, PHYSICIAN, AT);
    assertThat(result).isInstanceOf(PlanResult.Planned.class);
    return ((PlanResult.Planned) result).plan();
  }

  private static Refused refused(String protocol, String kilograms, String dose) {
    var result =
        Planning.propose(request(protocol, kilograms, dose, "10", "20"), KNOWLEDGE, PHYSICIAN, AT);
    assertThat(result).isInstanceOf(Refused.class);
    return (Refused) result;
  }

  static PlanRequest request(
      String protocol, String kilograms, String dose, String vial, String content) {
    return new PlanRequest(
        1,
        protocol,
        new DosingWeight(
            BodyWeight.ofKilograms(kilograms), AT.minus(Duration.ofHours(1)), kilograms + " kg"),
        false,
        WeightNormalisedDose.ofMilligramsPerKilogram(dose),
        new BigDecimal("40"),
        SolutionStrength.ofMilligramsPerMillilitre(vial),
        Optional.of(Volume.ofMillilitres(content)),
        SolutionStrength.ofMilligramsPerMillilitre("1"),
        Optional.empty(),
        "",
        new AgreedBenefit(Optional.of(new BigDecimal("30")), Optional.empty(), 3, "walk"),
        PlanFacts.none());
  }
}
