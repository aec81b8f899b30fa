package org.nepenthe.clinic.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.evidence.Verifies;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What stands around every page, with its script running: the idle lock, the menu, the theme.
@ClinicTest
class FrameTest {
  private static final String LIVE = "/infusions/1b4e28ba-2fa1-11d2-883f-0016d3cca427/live";

  private static Chromium chromium;

  @LocalServerPort int port;

  @BeforeAll
  static void open() {
    chromium = Chromium.open();
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }

  private Page signedIn(String login) {
    var page = chromium.person();
    page.clock().install();
    page.navigate(address("/login"));
    page.getByLabel("User name").fill(login);
    page.getByLabel("Password").fill(ClinicBrowser.PASSWORD);
    page.locator("main button[type=submit]").click();
    page.waitForURL(url -> !url.contains("/login"));
    return page;
  }

  private static void unlock(Page page, String password) {
    page.locator("#unlock-password").fill(password);
    page.locator("#unlock-password").press("Enter");
  }

  @Test
  @Verifies("H47")
  void anIdleScreenIsCoveredAndKeepsWhatWasTyped() {
    var page = signedIn("administrator");
    page.navigate(address("/users/new"));
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Half typed");
    var other = page.context().newPage();
    other.navigate(address("/account"));
    page.clock().fastForward("09:50");
    assertThat(page.locator("dialog[open]")).hasCount(0);
    page.clock().fastForward("00:15");
    assertThat(page.locator("dialog[open]")).hasCount(1);
    assertThat(other.locator("dialog[open]")).hasCount(1);
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog[open]")).hasCount(1);
    assertThat(page.context().request().get(address("/users")).status()).isEqualTo(423);

    unlock(page, "not the password");
    assertThat(page.locator("[data-unlock-message]")).hasText("That is not the password.");
    unlock(page, ClinicBrowser.PASSWORD);
    assertThat(page.locator("dialog[open]")).hasCount(0);
    assertThat(other.locator("dialog[open]")).hasCount(0);
    assertThat(page.locator("#name")).hasValue("Half typed");
    assertThat(page.context().request().get(address("/users")).status()).isEqualTo(200);
  }

  @Test
  @Verifies("H47")
  void theLivePageStaysInViewAndTakesNothing() {
    var page = signedIn("nurse");
    page.navigate(address(LIVE));
    page.clock().fastForward("10:05");
    assertThat(page.locator("[data-lock-bar]")).isVisible();
    assertThat(page.locator("dialog[open]")).hasCount(0);
    assertThat((Boolean) page.locator("main").evaluate("main => main.inert")).isTrue();
    page.locator("[data-unlock]").click();
    unlock(page, ClinicBrowser.PASSWORD);
    assertThat(page.locator("[data-lock-bar]")).isHidden();
    assertThat((Boolean) page.locator("main").evaluate("main => main.inert")).isFalse();
  }

  @Test
  void theChosenThemeStaysAndFollowsTheDeviceOtherwise() {
    var page = signedIn("physician");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    var dark = page.evaluate("getComputedStyle(document.body).color");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    assertThat(page.evaluate("getComputedStyle(document.body).color")).isNotEqualTo(dark);
    page.locator("details.menu summary").click();
    page.getByLabel("Night").check();
    page.reload();
    assertThat(page.locator("html")).hasAttribute("data-theme", "night");
    assertThat(page.evaluate("getComputedStyle(document.documentElement).colorScheme"))
        .isEqualTo("dark");
  }

  @Test
  @Verifies("H65")
  void noPageOfTheFrameNeedsWhatThePolicyForbids() {
    var page = signedIn("nurse");
    var complaints = new ArrayList<String>();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        complaints.add(page.url() + ": " + message.text());
      }
    });
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
    for (var path : new String[] {"/style", "/account", "/unlock", "/knowledge", "/patients"}) {
      page.navigate(address(path));
    }
    assertThat(complaints).isEmpty();
  }
}
