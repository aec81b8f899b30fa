package org.nepenthe.clinic.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.clinic.security.account.Accounts;
import org.nepenthe.clinic.security.account.FirstAdministrator;
import org.nepenthe.evidence.Verifies;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ClinicTest
class UsersTest {
  private static final String CHOSEN = "a few words of mine";

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired FirstAdministrator firstAdministrator;
  @Autowired SigningPassword signing;
  @Autowired JdbcClient jdbc;

  private String made(ClinicBrowser administrator, String login) {
    administrator.get("/users/new");
    var answer =
        administrator.post(
            "/users/new", Map.of("name", "Person " + login, "login", login, "role", "NURSE"));
    assertThat(answer.statusCode()).isEqualTo(302);
    var page = administrator.get(ClinicBrowser.location(answer)).body();
    return page.replaceAll("(?s).*<p class=\"lead mono\">([^<]+)</p>.*", "$1");
  }

  private ClinicBrowser withOwnPassword(String login, String oneTime) {
    var person = ClinicBrowser.at(port).signIn(login, oneTime);
    person.get("/account");
    var answer =
        person.post("/account", Map.of("current", oneTime, "new", CHOSEN, "again", CHOSEN));
    assertThat(answer.statusCode()).isEqualTo(302);
    return person;
  }

  @Test
  void aNewUserChoosesAPasswordBeforeAnythingElse() {
    var password = made(ClinicBrowser.of(port, "administrator"), "u-first");
    var person = ClinicBrowser.at(port).signIn("u-first", password);
    assertThat(ClinicBrowser.location(person.get("/"))).isEqualTo("/account");
    person.get("/account");
    var same =
        person.post("/account", Map.of("current", password, "new", "short", "again", "short"));
    assertThat(same.statusCode()).isEqualTo(422);
    assertThat(same.body()).contains("Use at least 12 characters");
    person.post("/account", Map.of("current", password, "new", CHOSEN, "again", CHOSEN));
    assertThat(person.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void theOneTimePasswordIsShownOnceAndKeptNowhere() {
    var administrator = ClinicBrowser.of(port, "administrator");
    var password = made(administrator, "u-once");
    var id = accounts.findByLogin("u-once").orElseThrow().id();
    assertThat(administrator.get("/users/" + id).body()).doesNotContain(password);
    assertThat(
            jdbc.sql("select count(*) from user_revision where password_hash like :p")
                .param("p", "%" + password + "%")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void theSameFormSentTwiceMakesOneUser() {
    var administrator = ClinicBrowser.of(port, "administrator");
    administrator.get("/users/new");
    var form = new HashMap<String, String>();
    form.putAll(Map.of("name", "Once", "login", "u-twice", "role", "NURSE"));
    form.put("key", UUID.randomUUID().toString());
    var first = administrator.post("/users/new", form);
    var second = administrator.post("/users/new", form);
    assertThat(ClinicBrowser.location(second)).isEqualTo(ClinicBrowser.location(first));
    assertThat(accounts.all().stream().filter(user -> user.login().equals("u-twice"))).hasSize(1);
  }

  @Test
  void aUserNameBelongsToOnePerson() {
    var administrator = ClinicBrowser.of(port, "administrator");
    administrator.get("/users/new");
    var answer =
        administrator.post("/users/new", Map.of("name", "X", "login", "nurse", "role", "NURSE"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Somebody has this user name already")
        .contains("value=\"X\"");
  }

  @Test
  @Verifies("H47")
  void deactivationEndsTheSessionAtOnce() {
    var administrator = ClinicBrowser.of(port, "administrator");
    var person = withOwnPassword("u-gone", made(administrator, "u-gone"));
    var id = accounts.findByLogin("u-gone").orElseThrow().id();
    administrator.get("/users/" + id);
    administrator.post("/users/" + id + "/deactivate", Map.of());
    assertThat(ClinicBrowser.location(person.get("/"))).isEqualTo("/login?ended");
    person.get("/login");
    person.post("/login", Map.of("username", "u-gone", "password", CHOSEN));
    assertThat(person.get("/login").body()).contains("This user is deactivated");
  }

  @Test
  void aNewPasswordEndsEveryOtherSession() {
    var administrator = ClinicBrowser.of(port, "administrator");
    var here = withOwnPassword("u-moves", made(administrator, "u-moves"));
    var there = ClinicBrowser.at(port).signIn("u-moves", CHOSEN);
    here.get("/account");
    var next = "other words of mine";
    here.post("/account", Map.of("current", CHOSEN, "new", next, "again", next));
    assertThat(here.get("/account").statusCode()).isEqualTo(200);
    assertThat(ClinicBrowser.location(there.get("/account"))).isEqualTo("/login?ended");
  }

  @Test
  void aChangedRoleCountsFromTheNextRequest() {
    var administrator = ClinicBrowser.of(port, "administrator");
    var person = withOwnPassword("u-role", made(administrator, "u-role"));
    assertThat(person.get("/users").statusCode()).isEqualTo(403);
    var id = accounts.findByLogin("u-role").orElseThrow().id();
    administrator.get("/users/" + id);
    administrator.post("/users/" + id, Map.of("name", "Person", "role", "AUDITOR"));
    assertThat(person.get("/users").statusCode()).isEqualTo(200);
  }

  @Test
  @Verifies("H39")
  void twoAdministratorsDoNotOverwriteEachOther() {
    var one = ClinicBrowser.of(port, "administrator");
    made(one, "u-both");
    var two = ClinicBrowser.of(port, "administrator");
    var path = "/users/" + accounts.findByLogin("u-both").orElseThrow().id();
    one.get(path);
    two.get(path);
    assertThat(one.post(path, Map.of("name", "One", "role", "NURSE")).statusCode()).isEqualTo(302);
    var late = two.post(path, Map.of("name", "Two", "role", "NURSE"));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("Someone changed this meanwhile").contains("One, nurse");
    assertThat(accounts.findByLogin("u-both").orElseThrow().name()).isEqualTo("One");
  }

  @Test
  @Verifies("H49")
  void whatWasTrueOfAUserIsNeverChanged() {
    for (var statement :
        new String[] {
          "update user_revision set role = 'ADMINISTRATOR'",
          "delete from user_revision",
          "update user_account set login = 'x'",
          "delete from sign_in_event"
        }) {
      assertThatThrownBy(() -> jdbc.sql(statement).update())
          .as(statement)
          .isInstanceOf(DataAccessException.class);
    }
  }

  @Test
  @Verifies("H65")
  void aNameIsNeverMarkup() {
    var administrator = ClinicBrowser.of(port, "administrator");
    administrator.get("/users/new");
    var name = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>";
    var answer =
        administrator.post(
            "/users/new", Map.of("name", name, "login", "u-markup", "role", "NURSE"));
    var page = administrator.get(ClinicBrowser.location(answer)).body();
    assertThat(page).contains("&lt;script&gt;").doesNotContain("<script>alert", "<img src=x");
    var refused = administrator.post("/users/new", Map.of("name", name, "login", "No", "role", ""));
    assertThat(refused.body())
        .as("in a quoted attribute a quote is what must not pass")
        .contains("&#34;>&lt;img")
        .doesNotContain("\"><img");
  }

  @Test
  @Verifies("H47")
  void theOneTimeLinkWorksOnce() {
    assertThat(firstAdministrator.offer()).isPresent();
    var older = firstAdministrator.offer().orElseThrow();
    var path = "/first-administrator/" + firstAdministrator.offer().orElseThrow();
    assertThat(ClinicBrowser.at(port).get("/first-administrator/" + older).statusCode())
        .as("an older link")
        .isEqualTo(410);
    assertThat(ClinicBrowser.at(port).get("/first-administrator/made-up").statusCode())
        .isEqualTo(410);
    var first = ClinicBrowser.at(port);
    var second = ClinicBrowser.at(port);
    assertThat(first.get(path).statusCode()).isEqualTo(200);
    assertThat(second.get(path).statusCode()).isEqualTo(200);
    var form = Map.of("name", "Ada", "login", "first-admin", "new", CHOSEN, "again", CHOSEN);
    assertThat(ClinicBrowser.location(first.post(path, form))).isEqualTo("/login");
    var late = new HashMap<>(form);
    late.put("login", "second-admin");
    assertThat(second.post(path, late).statusCode()).isEqualTo(410);
    assertThat(accounts.findByLogin("second-admin")).isEmpty();
    assertThat(first.signIn("first-admin", CHOSEN).get("/users").statusCode()).isEqualTo(200);
    assertThat(firstAdministrator.offer()).as("nobody gets another").isEmpty();
  }

  @Test
  @Verifies({"H47", "H48"})
  void aSignatureAsksForThePasswordOfWhoSigns() {
    var physician = accounts.findByLogin("physician").orElseThrow();
    assertThat(signing.verify(physician.actor(), ClinicBrowser.PASSWORD))
        .isEqualTo(new SigningPassword.Outcome.Accepted(physician.actor()));
    assertThat(signing.verify(physician.actor(), "wrong"))
        .isEqualTo(new SigningPassword.Outcome.Refused("That is not the password."));
    assertThat(signing.verify(physician.actor(), ""))
        .isEqualTo(new SigningPassword.Outcome.Refused("Enter the password."));
    var nobody = new Actor(UUID.randomUUID().toString(), "Nobody", Role.PHYSICIAN);
    assertThat(signing.verify(nobody, ClinicBrowser.PASSWORD))
        .isInstanceOf(SigningPassword.Outcome.Refused.class);
  }
}
