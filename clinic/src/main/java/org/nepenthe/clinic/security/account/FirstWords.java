package org.nepenthe.clinic.security.account;

import java.io.PrintStream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/// What the terminal says when the clinic is open: where it is, and how to come in. The one-time
/// link goes to the terminal only, never into a log.
@Component
class FirstWords {
  private final FirstAdministrator firstAdministrator;
  private final Environment environment;
  private final PrintStream terminal;

  FirstWords(FirstAdministrator firstAdministrator, Environment environment) {
    this.firstAdministrator = firstAdministrator;
    this.environment = environment;
    this.terminal = System.out;
  }

  @EventListener(ApplicationReadyEvent.class)
  void say() {
    var port = environment.getProperty("local.server.port");
    if (port == null) {
      return;
    }
    var address = "http://localhost:" + port;
    if (environment.acceptsProfiles(Profiles.of("demonstration"))) {
      terminal.printf(
          "%nThe demonstration clinic is open at %s%n  users: %s%n  password of all: %s%n%n",
          address,
          String.join(
              ", ",
              DemonstrationUsers.PEOPLE.stream().map(DemonstrationUsers.Person::login).toList()),
          DemonstrationUsers.PASSWORD);
    }
    if (environment.acceptsProfiles(Profiles.of("serve"))) {
      terminal.printf("%nThe clinic is open at %s%n", address);
      firstAdministrator
          .offer()
          .ifPresent(token ->
              terminal.printf(
                  "  There is no administrator yet. Make the first one within 24 hours:%n"
                      + "  %s/first-administrator/%s%n%n",
                  address, token));
    }
  }
}
