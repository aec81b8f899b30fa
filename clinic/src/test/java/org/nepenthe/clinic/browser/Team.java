package org.nepenthe.clinic.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/// The people of the clinic, each in a browser of their own.
final class Team {
  private final Chromium chromium;
  private final int port;
  final StandingClock clock;
  final Person frontDesk;
  final Person nurse;
  final Person secondNurse;
  final Person physician;

  Team(Chromium chromium, ApplicationContext clinic) {
    this.chromium = chromium;
    this.port = ((WebServerApplicationContext) clinic).getWebServer().getPort();
    this.clock = clinic.getBean(StandingClock.class);
    this.frontDesk = signedIn("frontdesk");
    this.nurse = signedIn("nurse");
    this.secondNurse = signedIn("nurse2");
    this.physician = signedIn("physician");
  }

  /// One more browser with somebody signed in.
  Person signedIn(String login) {
    return Person.signedIn(chromium.person(), port, login);
  }

  /// One more browser, in front of the sign-in page.
  Person visitor() {
    return Person.atTheDoor(chromium.person(), port);
  }

  Person signedIn(String login, int width, int height, ColorScheme scheme) {
    return Person.signedIn(chromium.person(width, height, scheme), port, login);
  }

  /// What everybody has on their screen, where NEPENTHE_SHOTS_DIR names a folder.
  void photographs(String name) {
    Optional.ofNullable(System.getenv("NEPENTHE_SHOTS_DIR"))
        .map(Path::of)
        .ifPresent(folder -> {
          photograph(frontDesk, folder.resolve(name + "-front-desk.png"));
          photograph(nurse, folder.resolve(name + "-nurse.png"));
          photograph(secondNurse, folder.resolve(name + "-second-nurse.png"));
          photograph(physician, folder.resolve(name + "-physician.png"));
        });
  }

  private static void photograph(Person person, Path file) {
    person.page().screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }
}
