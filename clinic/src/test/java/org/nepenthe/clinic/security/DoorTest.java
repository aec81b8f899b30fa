package org.nepenthe.clinic.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.clinic.security.account.Accounts;
import org.nepenthe.clinic.security.account.NewAccount;
import org.nepenthe.clinic.security.account.Passwords;
import org.nepenthe.evidence.Verifies;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ClinicTest
class DoorTest {
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Passwords passwords;

  @Test
  @Verifies("H47")
  void withoutASessionOnlyTheDoorIsOpen() {
    var stranger = ClinicBrowser.at(port);
    for (var path : new String[] {"/", "/patients", "/users", "/account", "/nowhere"}) {
      var answer = stranger.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(302);
      assertThat(ClinicBrowser.location(answer)).as(path).isEqualTo("/login");
    }
    assertThat(stranger.get("/login").statusCode()).isEqualTo(200);
  }

  @Test
  void aScriptWithoutASessionIsToldSoInsteadOfBeingSentToTheDoor() {
    var stranger = ClinicBrowser.at(port);
    assertThat(stranger.get("/patients", "HX-Request", "true").statusCode()).isEqualTo(401);
    assertThat(stranger.get("/patients", "Sec-Fetch-Mode", "cors").statusCode()).isEqualTo(401);
  }

  @Test
  void afterSigningInOneGoesWhereOneWanted() {
    var person = ClinicBrowser.at(port);
    person.get("/account");
    person.get("/login");
    var answer =
        person.post("/login", Map.of("username", "nurse", "password", ClinicBrowser.PASSWORD));
    assertThat(ClinicBrowser.location(answer)).startsWith("/account");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/login", "/account", "/nowhere"})
  @Verifies("H65")
  void everyAnswerCarriesTheHeaders(String path) {
    var headers = ClinicBrowser.of(port, "nurse").get(path).headers();
    assertThat(headers.firstValue("Content-Security-Policy"))
        .hasValue(
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                + " frame-ancestors 'none'; form-action 'self'; base-uri 'none'; object-src 'none'");
    assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
    assertThat(headers.firstValue("Permissions-Policy").orElse("")).contains("camera=()");
    assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
  }

  @Test
  void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
    var cookie = ClinicBrowser.at(port).get("/login").headers().firstValue("Set-Cookie").orElse("");
    assertThat(cookie).startsWith("nepenthe=").contains("HttpOnly").contains("SameSite=Strict");
  }

  @Test
  void aFormWithoutItsTokenIsRefused() {
    var nurse = ClinicBrowser.of(port, "nurse");
    var bare = nurse.postBare("/lock", Map.of());
    assertThat(bare.statusCode()).isEqualTo(403);
    assertThat(bare.body()).contains("Nothing was stored").doesNotContain("Exception");
    assertThat(nurse.postBare("/logout", Map.of("_csrf", "made-up")).statusCode()).isEqualTo(403);
    assertThat(nurse.get("/account").statusCode()).isEqualTo(200);
  }

  @Test
  @Verifies("H47")
  void theWrongRoleIsToldWhichOneIsRight() {
    var answer = ClinicBrowser.of(port, "nurse").get("/users/new");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("This is for: administrator");
  }

  @Test
  void anAddressThatLeadsNowhereSaysSo() {
    var answer = ClinicBrowser.of(port, "physician").get("/nowhere");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("There is no such page").doesNotContain("at org.");
  }

  @Test
  void administratorsStartAtTheUsersAndOpenNoChart() {
    var administrator = ClinicBrowser.of(port, "administrator");
    assertThat(ClinicBrowser.location(administrator.get("/"))).isEqualTo("/users");
    assertThat(administrator.get("/patients").statusCode()).isEqualTo(403);
  }

  @Test
  @Verifies("H47")
  void whoGuessesWaits() {
    var words = "a few words of mine";
    accounts.create(
        new NewAccount("u-guessed", "Guessed", Role.NURSE, passwords.hash(words), false, false),
        "u-guessed",
        new Actor("test", "test", Role.SYSTEM));
    var guesser = ClinicBrowser.at(port);
    for (int i = 0; i < 5; i++) {
      guesser.get("/login");
      guesser.post("/login", Map.of("username", "u-guessed", "password", "wrong " + i));
    }
    assertThat(guesser.get("/login").body()).contains("The user name or the password is wrong.");
    var right = Map.of("username", "u-guessed", "password", words);
    assertThat(ClinicBrowser.location(guesser.post("/login", right))).isEqualTo("/login");
    assertThat(guesser.get("/login").body())
        .contains("Too many wrong passwords for this user. Try again at ");
    assertThat(ClinicBrowser.of(port, "frontdesk").get("/account").statusCode())
        .as("others at the same place come in")
        .isEqualTo(200);
  }

  @Test
  void staticFilesAreKeptUnderAnAddressThatNamesTheirVersion() {
    var page = ClinicBrowser.at(port).get("/login").body();
    var style = page.replaceAll("(?s).*href=\"(/assets/[0-9a-f]{12}/nepenthe.css)\".*", "$1");
    var answer = ClinicBrowser.at(port).get(style);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
        .contains("max-age=31536000")
        .contains("immutable");
    assertThat(ClinicBrowser.at(port).get("/assets/000000000000/nepenthe.css").statusCode())
        .isEqualTo(404);
  }

  @Test
  void theDemonstrationSaysSoOnEveryPage() {
    var sentence = "synthetic patients, invented physiology, knowledge in draft";
    assertThat(ClinicBrowser.at(port).get("/login").body()).contains(sentence);
    assertThat(ClinicBrowser.of(port, "nurse").get("/account").body()).contains(sentence);
    assertThat(ClinicBrowser.of(port, "nurse").get("/nowhere").body()).contains(sentence);
  }
}
