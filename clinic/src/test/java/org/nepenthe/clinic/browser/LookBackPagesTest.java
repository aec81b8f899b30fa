package org.nepenthe.clinic.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.clinic.Treatment;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// The pages from the stop of the pump on, in a real browser.
@ClinicTest
class LookBackPagesTest {
  @LocalServerPort int port;
  @Autowired ApplicationContext clinic;

  @Test
  void noPageBreaksARuleOfAccessibility() {
    var recovering = Treatment.of(clinic, "Accessible").given(20).looked(10);
    var paths =
        List.of(
            "/",
            recovering.infusionPath("recovery"),
            recovering.infusionPath("escort"),
            recovering.infusionPath("record"),
            recovering.path("followup"),
            recovering.path("decision"),
            "/patients/" + recovering.patient() + "/log");
    try (var chromium = Chromium.open()) {
      var page = chromium.person();
      signIn(page, "physician");
      for (var path : paths) {
        page.navigate("http://localhost:" + port + path);
        var violations =
            new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertThat(violations).as(path).extracting(Rule::getId).isEmpty();
      }
    }
  }

  private void signIn(Page page, String who) {
    page.navigate("http://localhost:" + port + "/login");
    page.fill("[name=username]", who);
    page.fill("[name=password]", ClinicBrowser.PASSWORD);
    page.click("button[type=submit]:visible");
  }
}
