package org.nepenthe.care.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.chart.Identity.Sex;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.planning.order.BodySize;
import org.nepenthe.care.planning.protocol.PlanningKnowledge;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.KnowledgeBase;

/// What a plan says of the weight that its dose is computed from.
class WeightNoticeTest {
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.shipped();

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
