package org.nepenthe.care.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nepenthe.care.planning.order.DoseOrder;
import org.nepenthe.care.planning.protocol.Protocol;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.medicine.Route;
import org.nepenthe.knowledge.regimen.ReferenceRegimen;
import org.nepenthe.knowledge.regimen.ReferenceRegimen.Orderable;

/// The route belongs to the protocol. Nobody chooses one with an order, and a regimen by another
/// route is read and never ordered.
class RouteTest {
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.shipped();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  @Verifies("H55")
  @Test
  void neitherARequestNorAnOrderNamesARoute() {
    assertThat(
            Stream.of(PlanRequest.class, DoseOrder.class, DosePlan.Proposed.class)
                .flatMap(type -> Arrays.stream(type.getRecordComponents())))
        .noneMatch(part -> part.getType() == Route.class)
        .extracting(RecordComponent::getName)
        .noneMatch(name -> name.contains("route"));
  }

  @Verifies("H55")
  @Test
  void whatCanBeOrderedIsByVeinAndEveryOtherRouteSaysWhyNot() {
    for (var regimen : ReferenceRegimen.all(KNOWLEDGE, DAY)) {
      boolean byVein = regimen.route().equals("intravenous");
      switch (regimen.orderable()) {
        case Orderable.As(var protocol) -> {
          assertThat(byVein).as(regimen.id()).isTrue();
          assertThat(KNOWLEDGE.entry(protocol).kind()).isEqualTo("intravenous-protocol");
          assertThat(Protocol.find(KNOWLEDGE, protocol, DAY)).isPresent();
        }
        case Orderable.Not(var because) -> assertThat(because).as(regimen.id()).isNotBlank();
      }
    }
    assertThat(ReferenceRegimen.all(KNOWLEDGE, DAY))
        .extracting(ReferenceRegimen::route)
        .contains("oral", "intranasal", "intramuscular", "subcutaneous");
  }

  /// Rates belong to the vein: no entry that can be planned has a dose by any other route.
  @Verifies("H55")
  @Test
  void everyLimitOfAProtocolIsOneOfAnInfusion() {
    assertThat(Protocol.all(KNOWLEDGE, DAY))
        .isNotEmpty()
        .allSatisfy(protocol -> {
          assertThat(protocol.offeredMinutes().signum()).isPositive();
          protocol
              .caps()
              .rate()
              .ifPresent(rate -> assertThat(rate.unit().ucum()).isEqualTo("mg/kg/h"));
          protocol
              .caps()
              .hourly()
              .ifPresent(rate -> assertThat(rate.unit().ucum()).isEqualTo("mg/h"));
        });
  }
}
