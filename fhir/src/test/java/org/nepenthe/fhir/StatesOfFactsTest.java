package org.nepenthe.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nepenthe.care.chart.Allergy;
import org.nepenthe.care.chart.Fact;
import org.nepenthe.care.chart.Finding;
import org.nepenthe.care.chart.ProcedureDone;
import org.nepenthe.care.chart.Withdrawn;
import org.nepenthe.care.decision.Coded;
import org.nepenthe.evidence.Verifies;

/// Procedures, allergies and a pregnancy as FHIR R4 carries them: what was done, what holds, what
/// nobody says, and what no code of ours stands for.
class StatesOfFactsTest {

  private static Fact only(String resource) {
    var facts = Bundles.taken(Bundles.of(Bundles.PATIENT, resource)).facts();
    assertThat(facts).hasSize(1);
    return facts.getFirst();
  }

  private static String procedure(String status, String performed) {
    return """
    {"resourceType": "Procedure", "id": "x1", "status": "%s", "subject": {"reference": "Patient/p1"},
     "code": {"coding": [{"system": "http://snomed.info/sct", "code": "91251008",
                          "display": "Physical therapy procedure"}]}%s}\
    """
        .formatted(status, performed);
  }

  private static String allergy(String more) {
    return """
    {"resourceType": "AllergyIntolerance", "id": "a1", "patient": {"reference": "Patient/p1"},
     "code": {"coding": [{"system": "http://snomed.info/sct", "code": "373464007",
                          "display": "Ketamine"}]}%s}\
    """
        .formatted(more);
  }

  /// A day begins in the zone of the receipt; a stretch counts from its beginning, a month from its
  /// first day: a fact never looks fresher than it is.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          , "performedDateTime": "2025-05-03T10:00:00Z"                                                 | 2025-05-03T10:00:00Z
          , "performedDateTime": "2025-05-03"                                                           | 2025-05-03T00:00:00Z
          , "performedDateTime": "2025-05"                                                              | 2025-05-01T00:00:00Z
          , "performedPeriod": {"start": "2025-05-03T10:00:00Z", "end": "2025-08-01T10:00:00Z"}         | 2025-05-03T10:00:00Z
          """)
  void aProcedureThatWasDoneHasItsDay(String performed, Instant at) {
    var done = (ProcedureDone) only(procedure("completed", performed));
    assertThat(done.at()).contains(at);
    assertThat(done.what().display()).isEqualTo("Physical therapy procedure");
    assertThat(done.provenance().sourceId()).isEqualTo("Procedure/x1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ", \"performedString\": \"last spring\"",
        ", \"performedAge\": {\"value\": 40}"
      })
  void aProcedureWithoutADayIsKeptWithoutOne(String performed) {
    assertThat(((ProcedureDone) only(procedure("completed", performed))).at()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"preparation", "in-progress", "not-done", "on-hold", "stopped", "unknown"})
  @Verifies("H28")
  void whatWasNotCompletedWasNotDone(String status) {
    assertThat(only(procedure(status, ""))).isInstanceOf(Withdrawn.class);
  }

  @Test
  void aProcedureWithoutAStatusIsRefused() {
    var resource = procedure("completed", "").replace("\"status\": \"completed\", ", "");
    assertThat(Bundles.problems(Bundles.of(Bundles.PATIENT, resource)))
        .singleElement()
        .satisfies(problem -> assertThat(problem.what()).contains("no status"));
  }

  /// A code the vocabulary lacks keeps its words and is unrecognised: a rule counts it as unknown.
  @Test
  @Verifies("H31")
  void aCodeNobodyMappedStaysUnrecognised() {
    assertThat(((ProcedureDone) only(procedure("completed", ""))).what())
        .isEqualTo(
            new Coded.Unrecognised(
                "http://snomed.info/sct", "91251008", "Physical therapy procedure"));
    assertThat(((Allergy) only(allergy(""))).substance())
        .isEqualTo(new Coded.Unrecognised("http://snomed.info/sct", "373464007", "Ketamine"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # clinical status, kept as
          active,            ACTIVE
          inactive,          INACTIVE
          resolved,          INACTIVE
          '',                NOT_KNOWN
          strange,           NOT_KNOWN
          """)
  @Verifies("H28")
  void whetherAnAllergyHoldsIsNotGuessed(String clinical, Allergy.Status expected) {
    var status =
        clinical.isEmpty()
            ? ""
            : ", \"clinicalStatus\": {\"coding\": [{\"code\": \"" + clinical + "\"}]}";
    assertThat(((Allergy) only(allergy(status))).status()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"refuted", "entered-in-error"})
  void anAllergyThatWasTakenBackIsNone(String verification) {
    var taken = ", \"verificationStatus\": {\"coding\": [{\"code\": \"" + verification + "\"}]}";
    assertThat(only(allergy(taken))).isInstanceOf(Withdrawn.class);
  }

  @Test
  void reactionsStandInTheSourcesWords() {
    var reaction =
        """
        , "reaction": [{"manifestation": [{"text": "hives"}, {"text": "swelling"}]},
                       {"manifestation": [{"text": "hives"}]}], "onsetDateTime": "2019-03-01"\
        """;
    var kept = (Allergy) only(allergy(reaction));
    assertThat(kept.reaction()).contains("hives, swelling");
    assertThat(kept.since()).contains(Instant.parse("2019-03-01T00:00:00Z"));
  }

  @Test
  void anAllergyWithoutReactionOrDateIsStillOne() {
    var kept = (Allergy) only(allergy(""));
    assertThat(kept.reaction()).isEmpty();
    assertThat(kept.since()).isEqualTo(Optional.empty());
  }

  /// "No known drug allergy" says something of the day it was said, and nothing without one.
  @Test
  void noneKnownIsAFindingOfItsDayAndNothingWithoutOne() {
    var none =
        """
        {"resourceType": "AllergyIntolerance", "id": "a1", "patient": {"reference": "Patient/p1"},
         "code": {"coding": [{"system": "http://snomed.info/sct", "code": "409137002",
                              "display": "No known drug allergy"}]}%s}\
        """;
    var dated = only(none.formatted(", \"recordedDate\": \"2026-03-01\""));
    assertThat(dated)
        .isInstanceOfSatisfying(
            Finding.class, finding -> assertThat(finding.at()).isEqualTo("2026-03-01T00:00:00Z"));
    assertThat(only(none.formatted(""))).isInstanceOf(Withdrawn.class);
  }

  /// LOINC 82810-3 asks for the pregnancy status; the answer is a code, and so is a finding.
  @Test
  void aPregnancyStatusIsAFindingWithItsCode() {
    var status =
        Bundles.observation(
            "82810-3",
            """
            "valueCodeableConcept": {"coding": [{"system": "http://snomed.info/sct",
             "code": "77386006", "display": "Pregnancy"}]}\
            """);
    assertThat(only(status))
        .isInstanceOfSatisfying(
            Finding.class,
            finding -> {
              assertThat(finding.what().code()).isEqualTo("82810-3");
              assertThat(finding.result().code()).isEqualTo("77386006");
              assertThat(finding.at()).isEqualTo("2026-06-01T09:00:00Z");
            });
  }

  @Test
  @Verifies("H28")
  void aPregnancyStatusWithoutAnAnswerOrADateSaysNothing() {
    assertThat(only(Bundles.observation("82810-3", "\"dataAbsentReason\": {\"text\": \"asked\"}")))
        .isInstanceOf(Withdrawn.class);
    var undated =
        Bundles.observation("82810-3", "\"valueBoolean\": true")
            .replace("\"effectiveDateTime\": \"2026-06-01T09:00:00Z\", ", "");
    assertThat(only(undated)).isInstanceOf(Withdrawn.class);
  }

  /// A number without a unit, or in one that is no UCUM unit, refuses the bundle.
  @Test
  @Verifies("H03")
  void aNumberWithoutAUnitIsRefused() {
    assertThat(
            Bundles.problems(
                Bundles.of(
                    Bundles.PATIENT,
                    Bundles.observation("2118-8", "\"valueQuantity\": {\"value\": 12}"))))
        .isNotEmpty();
    assertThat(
            Bundles.problems(
                Bundles.of(
                    Bundles.PATIENT,
                    Bundles.observation("1742-6", Bundles.quantity("80", "units")))))
        .isNotEmpty();
  }
}
