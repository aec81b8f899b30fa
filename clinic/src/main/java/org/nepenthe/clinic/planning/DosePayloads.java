package org.nepenthe.clinic.planning;

import org.nepenthe.clinic.record.Upcaster;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.node.ObjectNode;

/// Orders as they were stored before an order named the weight it was computed from and counted its
/// vials: all of those were computed from the actual weight.
@Configuration(proxyBeanMethods = false)
class DosePayloads {
  @Bean
  Upcaster plansByActualWeight() {
    return new Upcaster(
        "planning.PlanProposed", 1, event -> byActualWeight(event, (ObjectNode) event.get("plan")));
  }

  @Bean
  Upcaster openedPlansByActualWeight() {
    return new Upcaster(
        "infusion.InfusionOpened",
        1,
        event -> byActualWeight(event, (ObjectNode) event.get("plan").get("proposed")));
  }

  private static ObjectNode byActualWeight(ObjectNode event, ObjectNode plan) {
    var order = (ObjectNode) plan.get("order");
    order.put("basis", "ACTUAL");
    order.set("dosedOn", order.get("weight").get("weight"));
    order.putNull("vials");
    return event;
  }
}
