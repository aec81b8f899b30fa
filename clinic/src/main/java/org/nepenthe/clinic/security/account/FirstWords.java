package org.nepenthe.clinic.security.account;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.nepenthe.clinic.platform.Terminal;
import org.springframework.beans.factory.ObjectProvider;
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
  private final ObjectProvider<Terminal> terminal;

  FirstWords(
      FirstAdministrator firstAdministrator,
      Environment environment,
      ObjectProvider<Terminal> terminal) {
    this.firstAdministrator = firstAdministrator;
    this.environment = environment;
    this.terminal = terminal;
  }

  @EventListener(ApplicationReadyEvent.class)
  void say() {
    terminal.ifAvailable(this::sayOn);
  }

  private void sayOn(Terminal terminal) {
    var port = environment.getProperty("local.server.port");
    if (port == null) {
      return;
    }
    var address = "http://" + host(environment.getProperty("server.address", "")) + ":" + port;
    if (environment.acceptsProfiles(Profiles.of("demonstration"))) {
      terminal.say("The demonstration clinic is open at " + address);
      terminal.say(
          "  users: "
              + String.join(
                  ", ",
                  DemonstrationUsers.PEOPLE.stream()
                      .map(DemonstrationUsers.Person::login)
                      .toList()));
      terminal.say("  password of all: " + DemonstrationUsers.PASSWORD);
    }
    if (environment.acceptsProfiles(Profiles.of("serve"))) {
      terminal.say("The clinic is open at " + address);
      firstAdministrator
          .offer()
          .ifPresent(token -> {
            terminal.say("  There is no administrator yet. Make the first one within 24 hours:");
            terminal.say("  " + address + "/first-administrator/" + token);
          });
    }
  }

  /// The name by which this machine's own browser reaches an address.
  private static String host(String bound) {
    try {
      var address = InetAddress.getByName(bound);
      return address.isLoopbackAddress() || address.isAnyLocalAddress() ? "localhost" : bound;
    } catch (UnknownHostException e) {
      return bound;
    }
  }
}
