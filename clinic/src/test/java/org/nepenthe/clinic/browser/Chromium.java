package org.nepenthe.clinic.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// The machine's Chromium, driven without a window. Where there is none, tests are skipped with one
/// line on how to enable them; where NEPENTHE_REQUIRE_BROWSER is set, they fail.
final class Chromium implements AutoCloseable {
  /// How long a page is waited for: a machine busy with other work is slow, not wrong.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int DESKTOP_WIDTH = 1440;
  private static final int DESKTOP_HEIGHT = 900;
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path executable) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
                    .setHeadless(true)
                    .setArgs(FLAGS));
  }

  static Chromium open() {
    var executable = find();
    if (executable.isEmpty()) {
      var how = "no chromium: install Debian's package chromium, or name one by NEPENTHE_CHROMIUM";
      if (System.getenv("NEPENTHE_REQUIRE_BROWSER") != null) {
        throw new IllegalStateException(how);
      }
      Assumptions.abort(how);
    }
    return new Chromium(executable.orElseThrow());
  }

  /// A browser of its own, as one person at one desk has it.
  Page person() {
    return person(DESKTOP_WIDTH, DESKTOP_HEIGHT, ColorScheme.LIGHT);
  }

  Page person(int width, int height, ColorScheme scheme) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale("en-GB"));
    context.setDefaultTimeout(PATIENCE.toMillis());
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
    return context.newPage();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static Optional<Path> find() {
    var named = System.getenv("NEPENTHE_CHROMIUM");
    var places =
        named != null
            ? List.of(named)
            : List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    return places.stream().map(Path::of).filter(Files::isExecutable).findFirst();
  }
}
