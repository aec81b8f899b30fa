package org.nepenthe.clinic.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/// Axe finds no violation of WCAG 2.2 A or AA on any page of the clinic, in the states in which the
/// journey leaves it, in light and dark.
@JourneyClinic
class AccessibilityTest {
  /// Answers which are no page of their own: parts, data, and addresses that only lead on. `/error`
  /// and `/locked` stand in for the page that was asked for, and are looked at under its address.
  private static final Set<String> NO_PAGES =
      Set.of(
          "/error",
          "/locked",
          "/board",
          "/courses/{course}",
          "/infusions/{id}",
          "/infusions/{id}/live.json",
          "/infusions/{id}/events",
          "/infusions/{id}/recovery/gate",
          "/knowledge/versions/{hash}/policy",
          "/log/chains",
          "/patients/import/{run}/progress",
          "/patients/{patient}/log/chain");

  @Autowired ApplicationContext clinic;

  @TestFactory
  Stream<DynamicTest> noPageKeepsAnybodyOut() {
    return WholeJourney.walked(clinic).gallery().seen().stream()
        .map(seen ->
            dynamicTest(
                seen.name() + " " + seen.path(), () -> assertThat(seen.violations()).isEmpty()));
  }

  @Test
  void everyPageWasLookedAt() {
    var seen =
        WholeJourney.walked(clinic).gallery().seen().stream()
            .map(each -> PathContainer.parsePath(each.path().replaceFirst("[?#].*", "")))
            .toList();
    var missed = new TreeSet<String>();
    for (var page : pages()) {
      boolean looked = seen.stream().anyMatch(page::matches);
      if (!looked && !NO_PAGES.contains(page.getPatternString())) {
        missed.add(page.getPatternString());
      }
    }
    assertThat(missed).isEmpty();
  }

  private List<PathPattern> pages() {
    return clinic
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .entrySet()
        .stream()
        .filter(each -> each.getValue().getBeanType().getName().startsWith("org.nepenthe."))
        .map(each -> each.getKey())
        .filter(request -> {
          var methods = request.getMethodsCondition().getMethods();
          return methods.isEmpty() || methods.contains(RequestMethod.GET);
        })
        .flatMap(request -> request.getPathPatternsCondition().getPatterns().stream())
        .toList();
  }
}
