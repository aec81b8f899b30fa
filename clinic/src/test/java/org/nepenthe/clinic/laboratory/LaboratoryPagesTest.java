package org.nepenthe.clinic.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.clinic.Treatment;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// The laboratory's pages. Expected numbers: SimTIVA's own curves of its two models for 35 mg over
/// 40 min at 70 kg: 253.05 and 240.33 ng/mL at 40 min (5 % apart), 95.86 and 55.11 ng/mL at 60 min
/// (74 % apart).
@ClinicTest
class LaboratoryPagesTest {
  @LocalServerPort int port;
  @Autowired ApplicationContext clinic;

  @Test
  void thePageSaysThatTheModelsAgreeAtThePeakAndPartAfterwards() {
    var page = ClinicBrowser.of(port, "physician").get("/laboratory").body();
    assertThat(page)
        .contains("lie within <strong>5 %</strong>", "240 to 253 ng/mL")
        .contains("differ by <strong>74 %</strong>", "55.1 to 95.9 ng/mL")
        .contains("agreement at the peak says nothing of recovery")
        .contains("not of one kind of blood")
        .contains("no dose recommendation", "nothing here drives a pump");
  }

  /// The test's plan is 35 mg over 40 min for 70 kg: the same numbers as above, from the record and
  /// not from the address.
  @Test
  void thePlanOfACourseIsFilledInByTheServer() {
    var treated = Treatment.of(clinic, "Simulata").planned(30);
    var page = ClinicBrowser.of(port, "pharmacist").get(treated.path("laboratory")).body();
    assertThat(page)
        .contains("The numbers of the plan of infusion 1.")
        .contains("SIMULATA")
        .containsPattern("name=\"amount\" value=\"35\"")
        .containsPattern("name=\"over\" value=\"40\"")
        .contains("240 to 253 ng/mL");
    assertThat(ClinicBrowser.of(port, "physician").get(treated.path("plan")).body())
        .contains("href=\"" + treated.path("laboratory") + "\"");
    assertThat(ClinicBrowser.of(port, "auditor").get(treated.path("laboratory")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void everyModelShowsHowWrongItWas() {
    var page = ClinicBrowser.of(port, "pharmacist").get("/laboratory").body();
    assertThat(page).contains("How wrong these models were in people", "15 healthy adults, venous");
  }

  @ParameterizedTest
  @CsvSource({"physician, 200", "pharmacist, 200", "nurse, 200", "frontdesk, 404", "auditor, 404"})
  void whoMayLook(String login, int status) {
    int answered = ClinicBrowser.of(port, login).get("/laboratory").statusCode();
    assertThat(answered == 200 ? 200 : 404).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          weight | 0    | body weight must be above 0
          weight | 70,5 | Use a point for decimals
          weight |      | Enter the body weight
          amount | ten  | Write the dose in digits
          amount | .5   | a zero stands before the point
          amount |      | Write at least one dose
          over   | 0    | duration must be above 0
          times  | 999  | must be at most 60
          unit   | mL   | without the strength
          model  | none | Choose at least one model
          hours  | 0    | time shown must be above 0
          """)
  void whatCannotBeUnderstoodIsToldInWords(String field, String typed, String words) {
    var nurse = ClinicBrowser.of(port, "nurse");
    nurse.get("/laboratory");
    var fields = new LinkedHashMap<>(question());
    fields.put(field, typed == null ? "" : typed);
    var answer = nurse.post("/laboratory/worked", fields);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains(words).doesNotContain("data-lab-picture");
  }

  @Test
  void aModelOutsideItsPeopleSaysWhyItHasNoCurve() {
    var nurse = ClinicBrowser.of(port, "nurse");
    nurse.get("/laboratory");
    var fields = new LinkedHashMap<>(question());
    fields.put("weight", "20");
    assertThat(nurse.post("/laboratory/worked", fields).body())
        .contains("No curve", "20 kg lies outside");
  }

  @Test
  void reliefOverWeeksAndPeopleAreShownAfterEsketamine() {
    var nurse = ClinicBrowser.of(port, "nurse");
    nurse.get("/laboratory");
    var fields = new LinkedHashMap<>(question());
    fields.put("model", "simons-2022");
    fields.put("moiety", "ESKETAMINE");
    fields.put("amount", "20");
    fields.put("unit", "mg/h");
    fields.put("over", "6000");
    assertThat(nurse.post("/laboratory/worked", fields).body())
        .contains("Half of the greatest relief or more")
        .contains("67 of 100 people (57 to 77), and in 23 (14 to 32) with placebo")
        .contains("4,000 virtual people of this weight");
  }

  @Test
  void theCurvesGoIntoASpreadsheet() {
    var nurse = ClinicBrowser.of(port, "nurse");
    nurse.get("/laboratory");
    var answer = nurse.post("/laboratory/curves.csv", question());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(header -> assertThat(header).contains("curves.csv"));
    assertThat(answer.body()).contains("\n40.0,kamp-2020,253.0518347").startsWith("time_min,");
  }

  private static Map<String, String> question() {
    return Map.of(
        "weight", "70",
        "age", "45",
        "moiety", "RACEMIC_KETAMINE",
        "model", "kamp-2020",
        "from", "0",
        "amount", "0.5",
        "unit", "mg/kg",
        "over", "40",
        "route", "iv");
  }
}
