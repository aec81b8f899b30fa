package org.nepenthe.clinic.record;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.node.ObjectNode;

/// Decisions as they were stored before each fact behind them carried its date and source: all that
/// was kept of a fact are its words.
@Configuration(proxyBeanMethods = false)
class DecisionPayloads {
  @Bean
  Upcaster screeningByWords() {
    return byWords("screening.Screened", "decision");
  }

  @Bean
  Upcaster titrationByWords() {
    return byWords("planning.TitrationProposed", "proposal");
  }

  @Bean
  Upcaster courseDecisionByWords() {
    return byWords("followup.CourseDecided", "basis");
  }

  /// @param decision the member that holds the decision
  private static Upcaster byWords(String type, String decision) {
    return new Upcaster(
        type,
        1,
        event -> {
          var record = (ObjectNode) event.get(decision);
          var words = record.get("inputs");
          var inputs = record.putArray("inputs");
          words.forEach(
              each -> inputs.addObject().put("kind", "InWords").put("words", each.asString()));
          return event;
        });
  }
}
