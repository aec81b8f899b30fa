package org.nepenthe.clinic.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.evidence.Verifies;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ClinicTest
class DecidingActsTest {
  private final RequestMappingHandlerMapping mapping;

  DecidingActsTest(
      @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
    this.mapping = mapping;
  }

  @Test
  @Verifies("H70")
  void everythingThatCanBeSentEitherDecidesOrSaysWhyItGoesOn() {
    var rows = new TreeSet<>(DecidingActs.deciding());
    rows.addAll(DecidingActs.goingOn());
    assertThat(sent()).as("each has a row in DecidingActs, and each row a handler").isEqualTo(rows);
  }

  @Test
  void whatHasNoRowDecides() {
    assertThat(DecidingActs.decides("/courses/{course}/planted")).isTrue();
    assertThat(DecidingActs.goesOn("/courses/{course}/planted")).isEmpty();
    assertThat(DecidingActs.deciding()).allMatch(DecidingActs::decides);
    assertThat(DecidingActs.goingOn()).noneMatch(DecidingActs::decides);
  }

  private Set<String> sent() {
    var sent = new TreeSet<String>();
    mapping
        .getHandlerMethods()
        .forEach((info, _) -> {
          var methods = info.getMethodsCondition().getMethods();
          if (methods.isEmpty() || !Set.of(RequestMethod.GET).containsAll(methods)) {
            sent.addAll(info.getPatternValues());
          }
        });
    return sent;
  }
}
