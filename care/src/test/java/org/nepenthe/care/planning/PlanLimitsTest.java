package org.nepenthe.care.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.KnowledgeVersion;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.planning.PlanResult.Field;
import org.nepenthe.care.planning.order.BodySize;
import org.nepenthe.care.planning.order.DoseIntegrity;
import org.nepenthe.care.planning.order.DoseOrder;
import org.nepenthe.care.planning.protocol.DoseCaps;
import org.nepenthe.care.planning.protocol.EarlierDose;
import org.nepenthe.care.planning.protocol.PlanningKnowledge;
import org.nepenthe.care.planning.protocol.Protocol;
import org.nepenthe.care.planning.protocol.ProtocolCaps;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.knowledge.Comparison;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Unit;
import org.nepenthe.knowledge.Use;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;
import org.nepenthe.quantity.WeightNormalisedDose;

/// What nobody can plan or sign: caps of the protocol and of the site, totals, another indication,
/// rules that changed. Expected outcomes by hand.
class PlanLimitsTest {
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.shipped();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
  private static final Actor PHYSICIAN = new Actor("p1", "Dr Ada Physician", Role.PHYSICIAN);
  private static final PlanningKnowledge KNOWN = new PlanningKnowledge(KNOWLEDGE, DAY);

  /// 70 kg x 0.3 mg/kg is 21 mg; a cap of 40 mg leaves 19 mg after 21 mg, 0.2714... mg/kg.
  @Verifies("H12")
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # given mg, hours ago, cap of, allowed     (cap 40 mg; asked for 21 mg)
          18.9, 1, day, true
          19, 1, day, true
          19.1, 1, day, false
          40, 1, day, false
          19.1, 24, day, false
          19.1, 25, day, true
          19.1, 168, week, false
          19.1, 169, week, true
          19.1, 2000, course, false
          19, 2000, course, true
          """)
  void whatWasGivenBeforeCounts(String given, long hoursAgo, String span, boolean allowed) {
    var cap = Optional.of(limit("40", "mg"));
    var none = Optional.<Amount>empty();
    var protocol =
        with(
            new ProtocolCaps(
                none,
                none,
                span.equals("day") ? cap : none,
                span.equals("week") ? cap : none,
                span.equals("course") ? cap : none,
                none,
                none));
    var earlier =
        new EarlierDose(
            Dose.ofMilligrams(given, Moiety.RACEMIC_KETAMINE),
            AT.minus(Duration.ofHours(hoursAgo)),
            true);

    var caps = caps(request("0.3", List.of(earlier), "IND-CRPS", ""), protocol);

    assertThat(!caps.limited().hardLimited() && caps.usedUp().isEmpty()).isEqualTo(allowed);
  }

  /// Of the other moiety nothing is added.
  @Verifies("H56")
  @Test
  void esketamineIsNeverAddedToTheRacemate() {
    var none = Optional.<Amount>empty();
    var protocol =
        with(new ProtocolCaps(none, none, Optional.of(limit("40", "mg")), none, none, none, none));
    var other = new EarlierDose(Dose.ofMilligrams("100", Moiety.ESKETAMINE), AT, true);

    assertThat(caps(request("0.3", List.of(other), "IND-CRPS", ""), protocol).limited().limited())
        .isFalse();
  }

  /// 0.3 mg/kg in 40 min is 0.45 mg/kg/h and at 70 kg 31.5 mg/h.
  @Verifies("H09")
  @ParameterizedTest
  @CsvSource({
    "0.45, mg/kg/h, true",
    "0.44, mg/kg/h, false",
    "31.5, mg/h, true",
    "31.4, mg/h, false"
  })
  void aProtocolsOwnRatesHold(String value, String unit, boolean allowed) {
    var cap = Optional.of(limit(value, unit));
    var none = Optional.<Amount>empty();
    boolean perWeight = unit.equals("mg/kg/h");
    var protocol =
        with(
            new ProtocolCaps(
                perWeight ? cap : none, perWeight ? none : cap, none, none, none, none, none));

    assertThat(caps(request("0.3", List.of(), "IND-CRPS", ""), protocol).limited().hardLimited())
        .isEqualTo(!allowed);
  }

  /// Over its shortest time of 40 min a dose of 1.333 mg/kg would run at 2 mg/kg/h.
  @Verifies("H34")
  @ParameterizedTest
  @CsvSource({"1.33, true", "1.3333, true", "1.34, false", "3, false"})
  void aProtocolOutsideTheClinicsCapsCannotBeApproved(String highest, boolean approvable) {
    var protocol = highest(highest);

    assertThat(ProtocolCaps.faults(protocol, KNOWN).isEmpty()).isEqualTo(approvable);
  }

  @Test
  void everyShippedProtocolLiesWithinTheCaps() {
    assertThat(KNOWN.protocols())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(ProtocolCaps.faults(each, KNOWN)).isEmpty());
  }

  @Verifies("H57")
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # indication, reason, planned
          IND-CRPS, '', true
          IND-HEADACHE, '', false
          IND-HEADACHE, ' ', false
          IND-HEADACHE, advice of a headache centre, true
          """)
  void anotherIndicationAsksForAReason(String indication, String reason, boolean planned) {
    var result =
        Planning.propose(request("0.3", List.of(), indication, reason), KNOWLEDGE, PHYSICIAN, AT);

    switch (result) {
      case PlanResult.Planned(var plan) -> {
        assertThat(planned).isTrue();
        assertThat(plan.notices().stream().filter(notice -> notice.text().contains(reason)))
            .isNotEmpty();
      }
      case PlanResult.Refused refused -> {
        assertThat(planned).isFalse();
        assertThat(refused.faults())
            .extracting(PlanResult.Fault::field)
            .containsExactly(Field.OTHER_INDICATION);
      }
    }
  }

  @Verifies("H33")
  @Test
  void aPlanMadeUnderOtherRulesCannotBeSigned() {
    var plan = plan();
    var old = copy(plan, plan.order(), new KnowledgeVersion("old", "0"));

    assertThat(approve(plan)).isInstanceOf(Approval.Signed.class);
    assertThat(approve(old)).isInstanceOf(Approval.Refused.class);
  }

  /// A plan that did not come from planning: one number of it changed.
  @Verifies("H34")
  @Test
  void aPlanOutsideTheCapsCannotBeSignedByAnybody() {
    var plan = plan();
    var order = plan.order();
    var tenfold =
        new DoseOrder(
            order.protocolId(),
            order.moiety(),
            order.weight(),
            new WeightNormalisedDose(BigDecimal.valueOf(3)),
            Dose.ofMilligrams("210", order.moiety()),
            order.minutes(),
            order.vial(),
            org.nepenthe.quantity.Volume.ofMillilitres("21"),
            org.nepenthe.quantity.Volume.ofMillilitres("189"),
            order.prepared(),
            org.nepenthe.quantity.PumpRate.ofMillilitresPerHour("315")
                .delivering(order.prepared(), order.moiety()),
            org.nepenthe.quantity.PumpRate.ofMillilitresPerHour("315"));
    assertThat(DoseIntegrity.disagreements(tenfold)).isEmpty();

    var result = approve(copy(plan, tenfold, plan.knowledge()));

    assertThat(((Approval.Refused) result).faults())
        .anyMatch(fault -> fault.contains("above the protocol's highest"))
        .anyMatch(fault -> fault.contains("rate is above a cap"))
        .anyMatch(fault -> fault.contains("soft cap without a reason"));
  }

  private static DoseCaps.Result caps(PlanRequest request, Protocol protocol) {
    return DoseCaps.of(Planning.asked(request), protocol, request.weight().weight(), KNOWN, AT);
  }

  private static Protocol shipped() {
    return KNOWN.protocols().getFirst();
  }

  private static Protocol with(ProtocolCaps caps) {
    var of = shipped();
    return new Protocol(
        of.id(),
        of.title(),
        of.moiety(),
        of.lowest(),
        of.highest(),
        of.shortestMinutes(),
        of.longestMinutes(),
        of.offeredMinutes(),
        of.sessions(),
        of.notKnown(),
        of.weight(),
        of.weightSays(),
        of.indications(),
        caps,
        of.evidence(),
        of.against());
  }

  private static Protocol highest(String highest) {
    var of = shipped();
    return new Protocol(
        of.id(),
        of.title(),
        of.moiety(),
        of.lowest(),
        WeightNormalisedDose.ofMilligramsPerKilogram(highest),
        of.shortestMinutes(),
        of.longestMinutes(),
        of.offeredMinutes(),
        of.sessions(),
        of.notKnown(),
        of.weight(),
        of.weightSays(),
        of.indications(),
        of.caps(),
        of.evidence(),
        of.against());
  }

  private static Amount limit(String value, String unit) {
    return new Amount(
        new BigDecimal(value),
        new Unit(unit, unit),
        Optional.of(Comparison.ABOVE),
        Use.IN_FORCE,
        List.of());
  }

  private static DosePlan.Proposed plan() {
    return ((PlanResult.Planned)
            Planning.propose(request("0.3", List.of(), "IND-CRPS", ""), KNOWLEDGE, PHYSICIAN, AT))
        .plan();
  }

  private static DosePlan.Proposed copy(
      DosePlan.Proposed plan, DoseOrder order, KnowledgeVersion version) {
    return new DosePlan.Proposed(
        plan.infusionNumber(),
        order,
        plan.requested(),
        plan.softCapReason(),
        plan.benefit(),
        plan.notices(),
        version,
        plan.proposedBy(),
        plan.proposedAt());
  }

  private static Approval.Result approve(DosePlan.Proposed plan) {
    return Approval.approve(
        plan,
        PHYSICIAN,
        Optional.empty(),
        "right for this patient",
        AT.plus(Duration.ofDays(1)),
        KNOWLEDGE,
        AT);
  }

  private static PlanRequest request(
      String dose, List<EarlierDose> earlier, String indication, String reason) {
    var request = KetamineEventsTest.request("PLN-PRO-01", "70", dose, "10", "20");
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
        reason,
        request.benefit(),
        new PlanFacts(Optional.empty(), BodySize.NOT_KNOWN, Optional.of(indication), earlier));
  }
}
