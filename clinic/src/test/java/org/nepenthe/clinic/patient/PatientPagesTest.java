package org.nepenthe.clinic.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.clinic.patient.intake.ImportRuns;
import org.nepenthe.evidence.Verifies;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ClinicTest
class PatientPagesTest {
  private static final String SAMPLE = "29730569-5fcb-5af7-a02f-c62c00b62dce";
  private static final String TRANSACTION = ChartStore.file("/import/transaction.json");

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private PatientCharts charts;
  @Autowired private InstantSource clock;
  @Autowired private ImportRuns runs;
  @TempDir private Path folder;

  private final String identifier = UUID.randomUUID().toString();
  private final String family = "Family" + identifier.substring(0, 8);

  private ClinicBrowser browser(String login) {
    return ClinicBrowser.of(port, login);
  }

  private String ofNewPatient(String bundle) {
    return bundle.replace(SAMPLE, identifier).replace("Bundle200", family);
  }

  /// The page on which the import of one file ended.
  private HttpResponse<String> imported(ClinicBrowser browser, String name, byte[] bytes) {
    browser.get("/patients/import");
    var answer = browser.upload("/patients/import", "files", name, bytes);
    if (answer.statusCode() != 302) {
      return answer;
    }
    var result = ClinicBrowser.location(answer);
    runs.waitFor(UUID.fromString(result.substring(result.lastIndexOf('/') + 1)), PATIENCE);
    return browser.get(result);
  }

  private HttpResponse<String> imported(ClinicBrowser browser, String bundle) {
    return imported(browser, "file.json", bundle.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private PatientId patient() {
    return new PatientId(
        jdbc.sql("select patient_id from patient where identifier = ?")
            .param(identifier)
            .query(UUID.class)
            .single());
  }

  private List<Long> rows() {
    return List.of(
        jdbc.sql("select count(*) from patient").query(Long.class).single(),
        jdbc.sql("select count(*) from chart_fact").query(Long.class).single());
  }

  @Test
  void anImportedPatientIsFoundAndHasAChart() {
    var nurse = browser("nurse");
    assertThat(imported(nurse, ofNewPatient(TRANSACTION)).body())
        .contains("file.json: taken over")
        .contains("new in this clinic");

    var found =
        nurse.post(
            "/patients/search",
            Map.of("search", family.substring(0, 10).toUpperCase(java.util.Locale.ROOT)),
            "HX-Request",
            "true");
    assertThat(found.body())
        .contains(family.toUpperCase(java.util.Locale.ROOT) + ", Tessa100")
        .contains("17-May-1980")
        .doesNotContain("<html");

    var chart = nurse.get("/patients/" + patient()).body();
    assertThat(chart).contains("class=\"banner\"").contains("Start a referral").contains("71.5");

    assertThat(imported(nurse, ofNewPatient(TRANSACTION)).body()).contains("nothing new");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          broken-json.json     | this is not JSON
          not-json.txt         | this is not JSON
          not-a-bundle.json    | this is a FHIR Patient and not a Bundle
          no-patient.json      | there is no Patient in the bundle
          two-patients.json    | there are 2 patients in the bundle
          unknown-unit.json    | the unit lb is not a UCUM unit
          future-date.json     | lies in the future
          negative-weight.json | cannot be -71.5 kg
          """)
  void aBadFileIsRefusedOnThePageAndNothingIsStored(String file, String words) {
    var nurse = browser("nurse");
    var before = rows();
    var page = imported(nurse, ofNewPatient(ChartStore.file("/import/" + file))).body();
    assertThat(page).contains("refused, nothing stored").contains(words);
    assertThat(rows()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 70})
  void aFileThatIsTooLargeIsRefusedOnThePage(int megabytes) {
    var nurse = browser("nurse");
    var before = rows();
    var page = imported(nurse, "large.json", new byte[megabytes * 1024 * 1024]);
    assertThat(page.statusCode()).isEqualTo(413);
    assertThat(page.body()).contains("40 MB").contains("Nothing was stored");
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void aBundleOfFortyMegabytesIsTaken() throws IOException {
    var bundle = ofNewPatient(TRANSACTION);
    var filler =
        "{\"resource\": {\"resourceType\": \"Claim\", \"id\": \"c\", \"note\": \"%s\"}},"
            .formatted("x".repeat(1000));
    int start = bundle.indexOf('[', bundle.indexOf("\"entry\"")) + 1;
    var large = Files.createTempFile(folder, "large", ".json");
    try (var out = Files.newBufferedWriter(large)) {
      out.write(bundle.substring(0, start));
      for (long size = bundle.length(); size < 39 * 1024 * 1024; size += filler.length()) {
        out.write(filler);
      }
      out.write(bundle.substring(start));
    }
    assertThat(imported(browser("nurse"), "large.json", Files.readAllBytes(large)).body())
        .contains("large.json: taken over");
  }

  @Test
  void noFileAtAllIsRefusedBesideTheField() {
    var nurse = browser("nurse");
    var page = imported(nurse, "empty.json", new byte[0]);
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("Choose at least one file");
  }

  @Verifies("H03")
  @Test
  void aWeightNeedsItsUnitAndPoundsAreShownConverted() {
    var nurse = browser("nurse");
    imported(nurse, ofNewPatient(TRANSACTION));
    var page = "/patients/" + patient() + "/measurements";
    nurse.get(page);
    var time = Map.of("day", "", "time", "00:00");

    var withoutUnit = nurse.post(page, with(time, Map.of("weight", "154")));
    assertThat(withoutUnit.statusCode()).isEqualTo(422);
    assertThat(withoutUnit.body()).contains("Choose kg or lb.");

    var kilograms = nurse.post(page, with(time, Map.of("weight", "154", "weightUnit", "kg")));
    assertThat(kilograms.statusCode()).isEqualTo(422);
    assertThat(kilograms.body()).contains("The last weight was").contains("71.5");

    var pounds = nurse.post(page, with(time, Map.of("weight", "154", "weightUnit", "lb")));
    assertThat(pounds.statusCode()).isEqualTo(302);
    assertThat(nurse.get("/patients/" + patient()).body())
        .contains("69.9\u00a0kg (154\u00a0lb)")
        .contains("entered as 154\u00a0lb");
    assertThat(charts.latest(patient(), List.of("29463-7"), clock.instant()).orElseThrow().value())
        .isEqualByComparingTo(new BigDecimal("69.85322498"));
  }

  @Verifies("H03")
  @ParameterizedTest
  @CsvSource({"29.99, kg", "250.01, kg", "66.13, lb", "551.2, lb"})
  void anAbsurdWeightIsRefused(String number, String unit) {
    var nurse = browser("nurse");
    imported(nurse, ofNewPatient(TRANSACTION));
    var before = rows();
    var page = "/patients/" + patient() + "/measurements";
    nurse.get(page);
    var answer =
        nurse.post(
            page,
            Map.of(
                "weight", number, "weightUnit", unit, "day", "", "time", "00:00", "sure", "yes"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("is outside of 30 to 250 kg");
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void theSameFormTwiceIsOneMeasurement() {
    var nurse = browser("nurse");
    imported(nurse, ofNewPatient(TRANSACTION));
    var page = "/patients/" + patient() + "/measurements";
    nurse.get(page);
    var typed = Map.of("heart-rate", "72", "day", "", "time", "00:00");
    nurse.post(page, typed);
    var once = rows();
    nurse.post(page, typed);
    assertThat(rows()).isEqualTo(once);
  }

  @Test
  void halfABloodPressureIsNone() {
    var nurse = browser("nurse");
    imported(nurse, ofNewPatient(TRANSACTION));
    var page = "/patients/" + patient() + "/measurements";
    nurse.get(page);
    var answer = nurse.post(page, Map.of("systolic", "120", "day", "", "time", "00:00"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("A blood pressure has two numbers.");
  }

  @Test
  void whoMayNotImportCannot() {
    assertThat(browser("auditor").get("/patients/import").statusCode()).isEqualTo(403);
    assertThat(browser("pharmacist").get("/patients").body()).doesNotContain("/patients/import");
    assertThat(browser("nurse").get("/patients/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
  }

  private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
    var all = new java.util.LinkedHashMap<>(some);
    all.putAll(more);
    return all;
  }
}
