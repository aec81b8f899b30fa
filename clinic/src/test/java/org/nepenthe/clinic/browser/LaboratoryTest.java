package org.nepenthe.clinic.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nepenthe.clinic.ClinicTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The PK laboratory in a real browser: what is changed is seen at once.
///
/// Expected: Kamp's and Domino's models are linear, so twice the dose is twice every concentration:
/// 240.33 and 253.05 ng/mL after 35 mg over 40 min become 481 and 506 after 70 mg.
@ClinicTest
class LaboratoryTest {
  @LocalServerPort int port;

  @Test
  void aChangedDoseIsSeenAtOnceAndAMistakeKeepsThePictureBefore() {
    try (var chromium = Chromium.open()) {
      var nurse = Person.signedIn(chromium.person(), port, "nurse").open("/laboratory");
      nurse.sees("240 to 253 ng/mL");
      assertThat(nurse.part("[data-lab-plot=plasma] canvas").count()).isEqualTo(1);
      nurse.fillNamed("amount", "1").sees("481 to 506 ng/mL").sees("70 mg");
      nurse.fillNamed("amount", ".5").sees("a zero stands before the point");
      assertThat(nurse.part("[data-lab-plot=plasma] canvas").count()).isEqualTo(1);
      nurse.fillNamed("amount", "0.5").sees("240 to 253 ng/mL");
      photograph(nurse, "laboratory");
      nurse.part("[data-lab-add]").click();
      nurse.part(".lab-dose:nth-child(2) [name=amount]").fill("10");
      nurse.part(".lab-dose:nth-child(2) [name=from]").fill("60");
      nurse.sees("45 mg");
      nurse.part(".lab-dose:nth-child(2) [data-lab-remove]").click();
      nurse.sees("240 to 253 ng/mL");
    }
  }

  @Test
  void aWeekOfEsketamineShowsPeopleAndWeeksOfRelief() {
    try (var chromium = Chromium.open()) {
      var nurse = Person.signedIn(chromium.person(), port, "physician").open("/laboratory");
      nurse.tick("Kamp 2020").tick("Domino");
      nurse.tick("Simons 2022").tick("Otto 2021").tick("Kamp 2020").choose("Drug", "esketamine");
      nurse.fillNamed("amount", "10").sees("700 mg");
      nurse.part("[name=unit]").first().selectOption("mg/h");
      nurse.fillNamed("over", "240").sees("40 mg");
      nurse
          .unfold("Repeat")
          .fillNamed("times", "5")
          .sees("200 mg")
          .sees("Half of the greatest relief");
      photograph(nurse, "laboratory-weeks");
    }
  }

  private static void photograph(Person person, String name) {
    Optional.ofNullable(System.getenv("NEPENTHE_SHOTS_DIR"))
        .ifPresent(folder -> {
          for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            person.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int[] size : new int[][] {{1440, 900}, {1024, 768}, {768, 1024}}) {
              person.page().setViewportSize(size[0], size[1]);
              var file =
                  "%s-%d-%s.png"
                      .formatted(name, size[0], scheme)
                      .toLowerCase(java.util.Locale.ROOT);
              person
                  .page()
                  .screenshot(
                      new Page.ScreenshotOptions()
                          .setFullPage(true)
                          .setPath(Path.of(folder).resolve(file)));
            }
          }
          person.page().setViewportSize(1440, 900);
        });
  }
}
