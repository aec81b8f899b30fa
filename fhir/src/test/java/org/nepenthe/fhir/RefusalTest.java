package org.nepenthe.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nepenthe.evidence.Verifies;

class RefusalTest {
  private static final String CONDITION =
      """
      {"resourceType": "Condition", "id": "c1", "subject": {"reference": "Patient/p1"},
       "clinicalStatus": {"coding": [{"code": "active"}]},
       "code": {"coding": [{"system": "http://snomed.info/sct", "code": "82423001"}]}%s}\
      """;

  private static void isRefused(String text, String where, String what) {
    assertThat(Bundles.problems(text))
        .anySatisfy(problem -> {
          assertThat(problem.where()).contains(where);
          assertThat(problem.what()).contains(what);
          assertThat(problem.mend()).isNotBlank();
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the file                                        | where           | what
          ''                                                | the whole file  | the file is empty
          Dear colleague, please find attached              | line 1          | this is not JSON
          <Bundle xmlns="http://hl7.org/fhir"/>             | line 1          | this is not JSON
          {"resourceType": "Bundle", "type": "collection"   | line 1          | this is not JSON
          {"resourceType": "Bundle", "resourceType": "X"}   | line 1          | this is not JSON
          [1, 2]                                            | the whole file  | not a FHIR Bundle
          "Bundle"                                          | the whole file  | not a FHIR Bundle
          {"name": "Roe"}                                   | the whole file  | not a FHIR Bundle
          {"resourceType": "Patient", "id": "p1"}           | the whole file  | a FHIR Patient and not
          {"resourceType": "Bundle"}                        | Bundle.type     | has no type
          {"resourceType": "Bundle", "type": "message"}     | Bundle.type     | it is a message
          {"resourceType": "Bundle", "type": "collection"}  | Bundle.entry    | no Patient
          {"resourceType": "Bundle"} {"and": "more"}        | after           | more than one JSON value
          """)
  void whatIsNoBundleIsRefused(String text, String where, String what) {
    isRefused(text, where, what);
  }

  @Test
  void twoPatientsAreRefusedAtTheSecond() {
    isRefused(
        Bundles.of(Bundles.PATIENT, Bundles.PATIENT.replace("p1", "p2")),
        "entry[1] Patient/p2",
        "2 patients");
  }

  @Test
  void factsAboutSomebodyElseAreRefused() {
    isRefused(
        Bundles.of(Bundles.PATIENT, CONDITION.formatted("").replace("Patient/p1", "Patient/p9")),
        "entry[1] Condition/c1, subject",
        "Patient/p9");
  }

  @Test
  void factsAboutNobodyAreRefused() {
    isRefused(
        Bundles.of(
            Bundles.PATIENT,
            CONDITION.formatted("").replace("\"subject\": {\"reference\": \"Patient/p1\"},", "")),
        "subject",
        "does not say whose");
  }

  @Verifies("H03")
  @ParameterizedTest
  @ValueSource(strings = {"lb", "lbs", "pounds", "KG", "stone", "kg weight"})
  void aWeightInAUnitThatIsNoUcumUnitIsRefused(String unit) {
    isRefused(
        Bundles.of(Bundles.PATIENT, Bundles.observation("29463-7", Bundles.quantity("154", unit))),
        "entry[1] Observation/o1, value",
        "unit");
  }

  @Verifies("H03")
  @Test
  void theRefusalOfPoundsSaysWhatToSend() {
    assertThat(
            Bundles.problems(
                Bundles.of(
                    Bundles.PATIENT,
                    Bundles.observation("29463-7", Bundles.quantity("154", "lb")))))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.what()).isEqualTo("the unit lb is not a UCUM unit");
          assertThat(problem.mend()).contains("[lb_av]");
        });
  }

  @Verifies("H03")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"valueQuantity\": {\"value\": 154}",
        "\"valueQuantity\": {\"value\": 154, \"unit\": \"kg\"}",
        "\"valueQuantity\": {\"value\": 154, \"system\": \"urn:own\", \"code\": \"kg\"}",
        "\"valueInteger\": 154"
      })
  void aWeightWithoutACodedUnitIsRefused(String value) {
    isRefused(
        Bundles.of(Bundles.PATIENT, Bundles.observation("29463-7", value)),
        "Observation/o1",
        "unit");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # LOINC, value, unit
          8867-4,  80,   bpm
          8480-6,  120,  mmHg
          29463-7, 170,  cm
          8480-6,  70,   kg
          2160-0,  80,   umol/L
          29463-7, 0,    kg
          29463-7, -71.5, kg
          8867-4,  -1,   /min
          2708-6,  1e99, %
          """)
  void aNumberThatCannotBeMeantIsRefused(String loinc, String value, String unit) {
    isRefused(
        Bundles.of(Bundles.PATIENT, Bundles.observation(loinc, Bundles.quantity(value, unit))),
        "entry[1] Observation/o1, value",
        "");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # now is 2026-06-15T12:00:00Z; a clock may run one minute ahead
          2026-06-15T12:01:00Z,      taken
          2026-06-15T12:01:01Z,      refused
          2026-06-15T14:01:00+02:00, taken
          2026-06-15,                taken
          2026-06-16,                refused
          2026-06,                   taken
          2026-07,                   refused
          2027,                      refused
          """)
  void aDateInTheFutureIsRefused(String date, String expected) {
    var reading =
        Bundles.read(
            Bundles.of(
                Bundles.PATIENT,
                Bundles.observation("29463-7", Bundles.quantity("70", "kg"), date)));
    assertThat(reading)
        .isInstanceOf(
            expected.equals("taken") ? BundleReading.Read.class : BundleReading.Refused.class);
  }

  @Test
  void aTimeWithoutItsZoneIsRefused() {
    isRefused(
        Bundles.of(
            Bundles.PATIENT,
            Bundles.observation("29463-7", Bundles.quantity("70", "kg"), "2026-06-01T09:00:00")),
        "Observation/o1",
        "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // R5 and STU3 name the drug, the reason or the status otherwise
        """
        {"resourceType": "MedicationRequest", "id": "m1", "status": "active", "intent": "order",
         "subject": {"reference": "Patient/p1"},
         "medication": {"concept": {"text": "oxycodone"}}}\
        """,
        """
        {"resourceType": "Condition", "id": "c1", "subject": {"reference": "Patient/p1"},
         "clinicalStatus": "active", "code": {"text": "Chronic pain"}}\
        """,
        """
        {"resourceType": "AllergyIntolerance", "id": "a1", "patient": {"reference": "Patient/p1"},
         "substance": {"text": "ketamine"}}\
        """,
        """
        {"resourceType": "Procedure", "id": "r1", "subject": {"reference": "Patient/p1"},
         "status": "completed", "code": {"text": "Nerve block"},
         "occurrenceDateTime": "2026-01-01"}\
        """
      })
  void anotherVersionsShapeIsRefusedAndNotReadInPart(String resource) {
    isRefused(Bundles.of(Bundles.PATIENT, resource), "entry[1]", "");
    assertThat(Bundles.problems(Bundles.of(Bundles.PATIENT, resource)))
        .anySatisfy(problem -> assertThat(problem.mend()).contains("R4"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # in the patient                        | instead                   | where
          "birthDate": "1970-02-03"               | "birthDate": "1970-02"    | birthDate
          "birthDate": "1970-02-03"               | "birthDate": "2031-01-01" | birthDate
          "birthDate": "1970-02-03"               | "active": true            | birthDate
          "family": "Roe"                         | "prefix": ["Ms."]         | name
          "system": "urn:clinic", "value": "4711" | "value": "4711"           | identifier
          "gender": "female"                      | "deceasedBoolean": true   | deceased
          """)
  void aPatientWhoCannotBeKnownAgainIsRefused(String part, String instead, String where) {
    var patient =
        Bundles.PATIENT
            .replace("\"family\": \"Before\"", "\"given\": [\"Ada\"]")
            .replace("\"system\": \"urn:ssn\", ", "")
            .replace(part, instead);
    isRefused(Bundles.of(patient), "entry[0] Patient/p1, " + where, "");
  }

  @Test
  void theSameResourceTwiceIsRefused() {
    isRefused(
        Bundles.of(Bundles.PATIENT, CONDITION.formatted(""), CONDITION.formatted("")),
        "entry[2] Condition/c1",
        "same id");
  }

  @Test
  void aDrugThatIsNotInTheBundleIsRefused() {
    isRefused(
        Bundles.of(
            Bundles.PATIENT,
            """
            {"resourceType": "MedicationRequest", "id": "m1", "status": "active",
             "intent": "order", "subject": {"reference": "Patient/p1"},
             "medicationReference": {"reference": "Medication/none"}}\
            """),
        "MedicationRequest/m1, medicationReference",
        "Medication/none");
  }

  @Test
  void everyFaultIsListedAndNotOnlyTheFirst() {
    var weights =
        IntStream.range(0, 3)
            .mapToObj(i ->
                Bundles.observation("29463-7", Bundles.quantity("154", "lb"))
                    .replace("\"o1\"", "\"o" + i + "\""));
    var resources = new java.util.ArrayList<>(java.util.List.of(Bundles.PATIENT));
    resources.addAll(weights.toList());
    assertThat(Bundles.problems(Bundles.of(resources.toArray(String[]::new))))
        .extracting(Problem::where)
        .containsExactly(
            "entry[1] Observation/o0, value",
            "entry[2] Observation/o1, value",
            "entry[3] Observation/o2, value");
  }

  @Test
  void aFileAboveTheLimitIsRefusedWithoutReadingItAll() {
    var bytes = new byte[50 * 1024 * 1024];
    Arrays.fill(bytes, (byte) ' ');
    bytes[0] = '{';
    assertThat(Bundles.read(bytes))
        .isInstanceOfSatisfying(
            BundleReading.Refused.class,
            refused ->
                assertThat(
                        refused.problems().stream()
                            .map(Problem::what)
                            .collect(Collectors.joining()))
                    .isEqualTo("the file is larger than 40 MB"));
  }

  @Test
  void aNestingBombIsRefused() {
    assertThat(Bundles.read("{\"entry\":[" + "[".repeat(100_000)))
        .isInstanceOf(BundleReading.Refused.class);
  }
}
