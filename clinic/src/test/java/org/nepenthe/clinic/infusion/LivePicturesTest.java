package org.nepenthe.clinic.infusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nepenthe.clinic.infusion.InfusionBench.NINA;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.InfusionCommand;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.evidence.Verifies;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The pages, forms and JSON of an infusion, over HTTP.
@ClinicTest
class LivePicturesTest {
  private static final String JSON = "application/json";

  @Autowired ApplicationContext clinic;
  @Autowired JsonMapper json;
  @LocalServerPort int port;
  private InfusionBench bench;

  @BeforeEach
  void bench() {
    bench = new InfusionBench(clinic);
  }

  private JsonNode picture(ClinicBrowser browser, InfusionBench.Opened opened) {
    return json.readTree(browser.get(opened.path("live.json"), "Accept", JSON).body());
  }

  @Test
  void thePictureOfARunningInfusionIsComplete() {
    var opened = bench.running();

    var picture = picture(ClinicBrowser.of(port, "nurse"), opened);

    assertThat(picture.at("/state/kind").asString()).isEqualTo("infusing");
    assertThat(picture.at("/patientId").asString()).isEqualTo(opened.patient().toString());
    assertThat(picture.at("/order/doseText").asString()).isEqualTo("35\u00a0mg");
    assertThat(picture.at("/segments/0/mlPerHour").decimalValue())
        .isEqualByComparingTo(new BigDecimal("52.5"));
    assertThat(picture.at("/segments/0/to").isNull()).isTrue();
    assertThat(picture.at("/parameters")).hasSize(10);
    assertThat(picture.at("/parameters/0/short").asString()).isEqualTo("HR");
    assertThat(picture.at("/advice/kind").asString()).isEqualTo("no-limit-breached");
    assertThat(picture.at("/due/state").asString()).isEqualTo("later");
    assertThat(picture.at("/forecast/models")).hasSize(2);
    assertThat(picture.at("/forecast/times"))
        .hasSize(picture.at("/forecast/models/0/plasma").size());
    assertThat(picture.at("/can/hold/now").asBoolean()).isTrue();
  }

  @Test
  void aFormWithoutScriptIsRecordedAndLeadsBack() {
    var opened = bench.running();
    var nurse = ClinicBrowser.of(port, "nurse");
    nurse.get(opened.path("live"));

    var answer = nurse.post(opened.path("hold"), bench.form(opened, Map.of("reason", "nausea")));

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(bench.infusion(opened)).isInstanceOf(Infusion.Held.class);
    assertThat(nurse.get(opened.path("live")).statusCode()).isEqualTo(200);
  }

  /// Nothing typed is lost, and the message stands with its field.
  @Verifies("H05")
  @ParameterizedTest
  @ValueSource(strings = {"", ".5", "1,0", "-5", "525", "1e2", "abc"})
  void aRateThatCannotBeMeantIsRefusedBesideItsField(String rate) {
    var opened = bench.running();
    var nurse = ClinicBrowser.of(port, "nurse");

    var answer =
        nurse.post(opened.path("rate"), bench.form(opened, Map.of("rate", rate)), "Accept", JSON);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json.readTree(answer.body()).at("/errors/rate").asString()).isNotBlank();
    assertThat(((Infusion.Infusing) bench.infusion(opened)).rate())
        .isEqualTo(InfusionBench.ORDERED);
  }

  @Verifies("H01")
  @Test
  void aFormOfAnotherPatientIsA409() {
    var opened = bench.running();
    var other = bench.open();
    var nurse = ClinicBrowser.of(port, "nurse");

    var answer =
        nurse.post(
            opened.path("hold"),
            bench.form(opened, Map.of("patientId", other.patient().toString())));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(bench.infusion(opened)).isInstanceOf(Infusion.Infusing.class);
  }

  @Verifies("H39")
  @Test
  void theSlowerTabletIsShownWhatIsThereNow() {
    var opened = bench.running();
    var seen = Long.toString(bench.version(opened));
    bench.done(opened, NINA, new InfusionCommand.Hold("pressure", Optional.empty()));
    var nurse = ClinicBrowser.of(port, "nurse2");

    var answer =
        nurse.post(
            opened.path("rate"),
            bench.form(opened, Map.of("rate", "40", "version", seen)),
            "Accept",
            JSON);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(json.readTree(answer.body()).at("/now/state/kind").asString()).isEqualTo("held");
  }

  @Verifies("H13")
  @Test
  void theSameFormTwiceHasOneEffect() {
    var opened = bench.running();
    var nurse = ClinicBrowser.of(port, "nurse");
    var form =
        bench.form(
            opened, Map.of("drug", "ondansetron", "amount", "4", "unit", "mg", "route", "IV"));

    assertThat(nurse.post(opened.path("rescue"), form, "Accept", JSON).statusCode()).isEqualTo(200);
    assertThat(nurse.post(opened.path("rescue"), form, "Accept", JSON).statusCode()).isEqualTo(200);

    assertThat(picture(nurse, opened).at("/rescues")).hasSize(1);
  }

  @Verifies("H18")
  @Test
  void anAbsurdValueIsRefusedAndNothingOfTheSetIsStored() {
    var opened = bench.running();
    var nurse = ClinicBrowser.of(port, "nurse");
    long before = bench.version(opened);

    var answer =
        nurse.post(
            opened.path("observations"),
            bench.form(opened, Map.of("saturation", "140", "pain", "3")),
            "Accept",
            JSON);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json.readTree(answer.body()).at("/errors/saturation").asString())
        .contains("30 to 100");
    assertThat(bench.infusion(opened).log().observations())
        .noneMatch(set -> set.number() > before && set.byAPerson());
  }

  @Test
  void anObservationOfTheFutureIsRefused() {
    var opened = bench.running();
    var answer =
        ClinicBrowser.of(port, "nurse")
            .post(
                opened.path("observations"),
                bench.form(opened, Map.of("pain", "3", "at", "99:99")),
                "Accept",
                JSON);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json.readTree(answer.body()).at("/errors/at").asString()).contains("14:05");
  }

  @Test
  void aBreachIsAnAlertThatCanBeAcknowledged() {
    var opened = bench.running();
    var nurse = ClinicBrowser.of(port, "nurse");
    nurse.post(
        opened.path("observations"),
        bench.form(opened, Map.of("saturation", "85")),
        "Accept",
        JSON);
    var alert = picture(nurse, opened).at("/alerts/0");
    assertThat(alert.at("/rule").asString()).isEqualTo("INF-SPO2-01");

    nurse.post(
        opened.path("acknowledge"),
        bench.form(opened, Map.of("alertId", alert.at("/id").asString())),
        "Accept",
        JSON);

    assertThat(picture(nurse, opened).at("/alerts/0/acknowledged/by").asString())
        .isEqualTo("Tom Berger");
    assertThat(picture(nurse, opened).at("/advice/kind").asString()).isEqualTo("hold");
  }

  @Test
  void theSimulatedBedsideSaysThatItIsSimulated() {
    var opened = bench.running();
    var nurse = ClinicBrowser.of(port, "nurse");

    var answer =
        nurse.post(
            opened.path("simulated-reading"),
            bench.form(opened, Map.of("pain", "9")),
            "Accept",
            JSON);

    assertThat(answer.statusCode()).isEqualTo(200);
    var set = picture(nurse, opened).at("/observations").valueStream().toList().getLast();
    assertThat(set.at("/source").asString()).isEqualTo("simulated");
    assertThat(set.at("/values/pain/value").asInt()).isEqualTo(9);
    assertThat(set.at("/values/heart-rate/value").isNumber()).isTrue();
  }

  @Test
  void aDoubtfulPumpCanOnlyBeConfirmed() {
    var opened = bench.running();
    clinic.getBean(InterruptionAtStart.class).afterSingletonsInstantiated();
    var nurse = ClinicBrowser.of(port, "nurse");
    var page = nurse.get(opened.path("live"));
    assertThat(page.body()).contains("confirm the pump");

    var hold = nurse.post(opened.path("hold"), bench.form(opened, Map.of()), "Accept", JSON);
    assertThat(hold.statusCode()).isEqualTo(422);

    var confirmed =
        nurse.post(
            opened.path("confirm"),
            bench.form(opened, Map.of("pump", "running", "rate", "52.5")),
            "Accept",
            JSON);
    assertThat(confirmed.statusCode()).isEqualTo(200);
    assertThat(bench.infusion(opened)).isInstanceOf(Infusion.Infusing.class);
  }

  @Verifies("H10")
  @Test
  void thePreparationIsSignedByTwoPeople() {
    var opened = bench.open();
    var first = ClinicBrowser.of(port, "nurse");
    var reading =
        Map.of(
            "moiety", "RACEMIC_KETAMINE",
            "weight", "70",
            "vial", "10",
            "prepared", "1",
            "dose", "35",
            "rate", "52.5",
            "password", ClinicBrowser.PASSWORD);
    first.get(opened.path("prepare/drug"));
    assertThat(first.post(opened.path("prepare/drug"), bench.form(opened, reading)).statusCode())
        .isEqualTo(302);
    assertThat(first.get(opened.path("prepare/check")).body())
        .contains("The second check is for another person");

    var second = ClinicBrowser.of(port, "nurse2");
    var blind = second.get(opened.path("prepare/check")).body();
    assertThat(blind).doesNotContain("52.5").doesNotContain("35\u00a0mg");
    var slip = new java.util.HashMap<>(reading);
    slip.put("vial", "100");
    second.post(opened.path("prepare/check"), bench.form(opened, slip));

    assertThat(second.get(opened.path("prepare")).body())
        .contains("Does not agree")
        .contains("100\u00a0mg per mL".replace('\u00a0', ' '));
  }

  /// A strength of the vial that no plan and no other page names, so that it is found wherever it
  /// leaks: the first person's own page shows it, no page, JSON or event the second one gets does.
  @Verifies("H07")
  @Test
  void theSecondPersonIsNowhereShownTheFirstOnesEntry() throws Exception {
    var opened = bench.open();
    var first = ClinicBrowser.of(port, "nurse");
    var second = ClinicBrowser.of(port, "nurse2");
    var reading = new java.util.HashMap<>(reading());
    reading.put("weight", "70.3");
    var cookies = new java.net.CookieManager();
    try (var http = HttpClient.newBuilder().cookieHandler(cookies).build()) {
      var listener = new SseListener(http, port);
      listener.signIn("nurse2");
      var stream = listener.listen(URI.create("http://localhost:" + port + opened.path("events")));
      stream.await("heartbeat");
      first.get(opened.path("prepare/drug"));
      first.post(opened.path("prepare/drug"), bench.form(opened, reading));
      assertThat(first.get(opened.path("prepare")).body()).contains("70.3");

      for (var page : List.of("prepare", "prepare/check", "live", "record")) {
        assertThat(second.get(opened.path(page)).body()).as(page).doesNotContain("70.3");
      }
      assertThat(second.get(opened.path("live.json"), "Accept", JSON).body())
          .doesNotContain("70.3");
      assertThat(second.get(opened.path("prepare/check")).body())
          .doesNotContain("value=\"10\"")
          .doesNotContain("10\u00a0mg/mL");
      assertThat(stream.await("changed")).doesNotContain("70.3");
      stream.close();
    }
  }

  /// Another strength stops: nothing can be started, and both are shown beside each other.
  @Verifies("H07")
  @Test
  void anotherStrengthStopsThePreparation() {
    var opened = bench.open();
    var first = ClinicBrowser.of(port, "nurse");
    first.get(opened.path("prepare/drug"));
    first.post(opened.path("prepare/drug"), bench.form(opened, reading()));
    var second = ClinicBrowser.of(port, "nurse2");
    second.get(opened.path("prepare/check"));
    var other = new java.util.HashMap<>(reading());
    other.put("vial", "100");
    second.post(opened.path("prepare/check"), bench.form(opened, other));

    assertThat(second.get(opened.path("prepare")).body())
        .contains("the two readings do not agree")
        .doesNotContain("Record the start");
    second.get(opened.path("prepare"));
    var start = second.post(opened.path("start"), bench.form(opened, Map.of("rate", "52.5")));
    assertThat(start.statusCode()).isEqualTo(422);
    assertThat(bench.infusion(opened)).isInstanceOf(Infusion.Preparing.class);
  }

  private static Map<String, String> reading() {
    return Map.of(
        "moiety", "RACEMIC_KETAMINE",
        "weight", "70",
        "vial", "10",
        "prepared", "1",
        "dose", "35",
        "rate", "52.5",
        "password", ClinicBrowser.PASSWORD);
  }

  @Test
  void aWrongPasswordSignsNothing() {
    var opened = bench.open();
    var nurse = ClinicBrowser.of(port, "nurse");
    var answer =
        nurse.post(
            opened.path("prepare/drug"),
            bench.form(
                opened,
                Map.of(
                    "moiety", "RACEMIC_KETAMINE",
                    "weight", "70",
                    "vial", "10",
                    "prepared", "1",
                    "dose", "35",
                    "rate", "52.5",
                    "password", "not it")));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("52.5");
    assertThat(bench.infusion(opened).log().prepared()).isEmpty();
  }

  @Test
  void anInfusionThatIsNotThereIsA404() {
    assertThat(
            ClinicBrowser.of(port, "nurse")
                .get("/infusions/" + UUID.randomUUID() + "/live")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void aPharmacistLooksAndRecordsNothingAtTheChair() {
    var opened = bench.running();
    var pharmacist = ClinicBrowser.of(port, "pharmacist");

    assertThat(pharmacist.get(opened.path("live")).statusCode()).isEqualTo(200);
    assertThat(pharmacist.post(opened.path("hold"), bench.form(opened, Map.of())).statusCode())
        .isEqualTo(403);
  }

  /// Words that would make somebody believe that this page moves a pump.
  @Verifies("H11")
  @Test
  void noPageSaysThatItMovesThePump() {
    var running = bench.running();
    var nurse = ClinicBrowser.of(port, "nurse");
    for (var page :
        new String[] {
          nurse.get(running.path("live")).body(), nurse.get(bench.ready().path("prepare")).body()
        }) {
      assertThat(page.toLowerCase(java.util.Locale.ROOT))
          .doesNotContain(
              "set rate",
              "set the rate",
              "set pump",
              "start infusion",
              "start the infusion<",
              "stop infusion",
              "stop the infusion<",
              "pause",
              "send to the pump",
              ">change rate<");
      assertThat(page).contains("at the pump");
    }
  }

  @Verifies("H62")
  @Test
  void aBrowserThatListensHearsOfNewsAtOnce() throws Exception {
    var opened = bench.running();
    var cookies = new java.net.CookieManager();
    try (var http = HttpClient.newBuilder().cookieHandler(cookies).build()) {
      var listener = new SseListener(http, port);
      listener.signIn("nurse");
      try (var events =
          listener.listen(URI.create("http://localhost:" + port + opened.path("events")))) {
        events.await("heartbeat");
        long sent = System.nanoTime();
        bench.done(opened, NINA, new InfusionCommand.Hold("nausea", Optional.empty()));
        var changed = events.await("changed");

        assertThat(System.nanoTime() - sent).isLessThan(1_000_000_000L);
        assertThat(json.readTree(changed).at("/version").asLong()).isEqualTo(bench.version(opened));
      }
    }
  }
}
