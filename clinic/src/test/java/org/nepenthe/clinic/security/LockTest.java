package org.nepenthe.clinic.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.evidence.Verifies;
import org.springframework.boot.test.web.server.LocalServerPort;

@ClinicTest
class LockTest {
  private static final String WATCHED = "/infusions/1b4e28ba-2fa1-11d2-883f-0016d3cca427/live";
  private static final String OTHER = "/infusions/6fa459ea-ee8a-3ca4-894e-db77e160355e/live";

  @LocalServerPort int port;

  private ClinicBrowser locked(String login) {
    var person = ClinicBrowser.of(port, login);
    person.get(WATCHED);
    person.get("/account");
    assertThat(person.post("/lock", Map.of()).statusCode()).isEqualTo(302);
    return person;
  }

  @Test
  @Verifies("H47")
  void aLockedSessionTakesNothingAndShowsNoOtherPage() {
    var nurse = locked("nurse");
    var page = nurse.get("/account");
    assertThat(page.statusCode()).isEqualTo(423);
    assertThat(page.body())
        .contains("Locked")
        .contains("Tom Berger")
        .doesNotContain("New password");
    var sent = nurse.post("/account", Map.of("current", ClinicBrowser.PASSWORD));
    assertThat(sent.statusCode()).isEqualTo(423);
    assertThat(sent.body()).contains("was not stored");
    assertThat(nurse.get("/patients", "HX-Request", "true").statusCode()).isEqualTo(423);
  }

  @Test
  @Verifies("H47")
  void theInfusionBeingWatchedStaysInView() {
    var nurse = locked("nurse");
    assertThat(nurse.get(WATCHED).statusCode()).isNotEqualTo(423);
    var events = WATCHED.replace("/live", "/events");
    assertThat(nurse.get(events).statusCode()).isNotEqualTo(423);
    assertThat(nurse.get(OTHER).statusCode()).as("another infusion").isEqualTo(423);
    assertThat(nurse.post(WATCHED, Map.of()).statusCode()).as("a write").isEqualTo(423);
  }

  @Test
  void onlyThePasswordOfTheSamePersonUnlocks() {
    var nurse = locked("nurse");
    var wrong = nurse.post("/unlock", Map.of("password", "not it", "then", "/account"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("That is not the password.");
    assertThat(nurse.get("/account").statusCode()).isEqualTo(423);
    var right =
        nurse.post("/unlock", Map.of("password", ClinicBrowser.PASSWORD, "then", "/account"));
    assertThat(ClinicBrowser.location(right)).isEqualTo("/account");
    assertThat(nurse.get("/account").statusCode()).isEqualTo(200);
  }

  @Test
  void unlockingNeverSendsAnybodyElsewhere() {
    for (var made : new String[] {"//evil.example/", "https://evil.example/"}) {
      var nurse = locked("nurse");
      var answer = nurse.post("/unlock", Map.of("password", ClinicBrowser.PASSWORD, "then", made));
      assertThat(ClinicBrowser.location(answer)).isEqualTo("/");
    }
  }

  @Test
  void aScriptUnlocksWithoutLeavingThePage() {
    var nurse = locked("nurse");
    var wrong = nurse.post("/unlock", Map.of("password", "no"), "Sec-Fetch-Mode", "cors");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body().strip()).isEqualTo("That is not the password.");
    var right =
        nurse.post("/unlock", Map.of("password", ClinicBrowser.PASSWORD), "Sec-Fetch-Mode", "cors");
    assertThat(right.statusCode()).isEqualTo(204);
    assertThat(nurse.get("/account").statusCode()).isEqualTo(200);
  }

  @Test
  @Verifies("H48")
  void somebodyElseSignsInOnTheLockedScreenWithASessionOfTheirOwn() {
    var screen = locked("nurse");
    screen.signIn("nurse2", ClinicBrowser.PASSWORD);
    var page = screen.get("/account");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Lena Fischer").doesNotContain("Tom Berger");
    screen.post("/lock", Map.of());
    assertThat(screen.get(WATCHED).statusCode()).as("what the other one watched").isEqualTo(423);
  }
}
