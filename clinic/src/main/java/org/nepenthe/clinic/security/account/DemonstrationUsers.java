package org.nepenthe.clinic.security.account;

import java.util.List;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// One invented person for each role, and a second nurse for the independent check, all with the
/// same published password. They exist in the demonstration and open no other clinic.
@Component
@Profile("demonstration")
public class DemonstrationUsers implements SmartInitializingSingleton {
  public static final String PASSWORD = "nepenthes-pharmakon";

  /// One of them, as the sign-in page shows them.
  public record Person(String login, String name, Role role) {}

  public static final List<Person> PEOPLE =
      List.of(
          new Person("physician", "Dr Ines Okafor", Role.PHYSICIAN),
          new Person("nurse", "Tom Berger", Role.NURSE),
          new Person("nurse2", "Lena Fischer", Role.NURSE),
          new Person("pharmacist", "Mira Castell", Role.PHARMACIST),
          new Person("frontdesk", "Jo Adair", Role.FRONT_DESK),
          new Person("auditor", "Sam Vance", Role.AUDITOR),
          new Person("administrator", "Ada Lind", Role.ADMINISTRATOR));

  private static final Actor MAKER = new Actor("system", "the demonstration", Role.SYSTEM);

  private final Accounts accounts;
  private final Passwords passwords;

  DemonstrationUsers(Accounts accounts, Passwords passwords) {
    this.accounts = accounts;
    this.passwords = passwords;
  }

  /// Before the first page is served: somebody who is quick would be refused.
  @Override
  public void afterSingletonsInstantiated() {
    var hash = passwords.hash(PASSWORD);
    for (var person : PEOPLE) {
      if (accounts.findByLogin(person.login()).isEmpty()) {
        accounts.create(
            new NewAccount(person.login(), person.name(), person.role(), hash, false, true),
            "demonstration-user-" + person.login(),
            MAKER);
      }
    }
  }
}
