package org.nepenthe.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.chart.Allergy;
import org.nepenthe.care.chart.Condition;
import org.nepenthe.care.chart.Finding;
import org.nepenthe.care.chart.Identity.Sex;
import org.nepenthe.care.chart.Measurement;
import org.nepenthe.care.chart.Measurement.Category;
import org.nepenthe.care.chart.Measurement.Entered;
import org.nepenthe.care.chart.Medication;
import org.nepenthe.care.chart.ProcedureDone;
import org.nepenthe.care.chart.Withdrawn;
import org.nepenthe.care.decision.Coded;
import org.nepenthe.evidence.Verifies;

class TakingTest {

  private static <T> T only(Class<T> kind, String... resources) {
    var all = new java.util.ArrayList<>(java.util.List.of(Bundles.PATIENT));
    all.addAll(java.util.List.of(resources));
    var facts = Bundles.taken(Bundles.of(all.toArray(String[]::new))).facts();
    assertThat(facts).hasSize(1).first().isInstanceOf(kind);
    return kind.cast(facts.getFirst());
  }

  @Test
  void thePatientIsKnownByRecordNumberAndOfficialName() {
    assertThat(Bundles.taken(Bundles.of(Bundles.PATIENT)).identity())
        .isEqualTo(
            new StatedIdentity(
                "urn:clinic",
                "4711",
                "Roe",
                "Ada May",
                LocalDate.of(1970, 2, 3),
                Sex.FEMALE,
                Optional.empty(),
                "Patient/p1"));
  }

  /// 1 lb = 0.45359237 kg exactly; 154 lb = 68.0388555 + 1.81436948 kg. 1 ft = 30.48 cm.
  /// 1 oz = 1/16 lb. UCUM has 1 m[Hg] = 133.3220 kPa.
  /// 98.6 degrees Fahrenheit are 66.6 x 5 / 9 = 37 degrees Celsius. 1 g/L is 100 mg/dL.
  @Verifies("H03")
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # LOINC, value, unit, kept, accepted unit
          29463-7, 70.5,  kg,       70.5,        kg
          29463-7, 154,   [lb_av],  69.85322498, kg
          29463-7, 70500, g,        70.5,        kg
          8302-2,  1.75,  m,        175,         cm
          8302-2,  5,     [ft_i],   152.4,       cm
          8310-5,  98.6,  [degF],   37,          Cel
          8867-4,  80,    {beats}/min, 80,       /min
          2160-0,  0.01,  g/L,      1,           mg/dL
          4548-4,  6.1,   %,        6.1,         %
          39156-5, 0.0025, kg/cm2,  25,          kg/m2
          98979-8, 1,     mL/s/{1.73_m2}, 60,    mL/min/{1.73_m2}
          29463-7, 8,     [oz_av],  0.226796185, kg
          8480-6,  1.33322, 10*4.Pa, 100,        mm[Hg]
          """)
  void aMeasurementIsKeptInTheAcceptedUnitWithWhatWasEntered(
      String loinc, BigDecimal value, String unit, BigDecimal kept, String accepted) {
    var fact =
        only(
            Measurement.class,
            Bundles.observation(loinc, Bundles.quantity(value.toPlainString(), unit)));
    assertThat(fact.value()).isEqualByComparingTo(kept);
    assertThat(fact.unit()).isEqualTo(accepted);
    assertThat(fact.category()).isEqualTo(Category.VITAL_SIGN);
    assertThat(fact.at()).isEqualTo("2026-06-01T09:00:00Z");
    assertThat(fact.entered())
        .isEqualTo(
            unit.equals(accepted) ? Optional.empty() : Optional.of(new Entered(value, unit)));
  }

  @Test
  void aBloodPressureGivesOneFactForEachComponent() {
    var read =
        Bundles.taken(
            Bundles.of(
                Bundles.PATIENT,
                """
                {"resourceType": "Observation", "id": "bp", "status": "final",
                 "code": {"coding": [{"system": "http://loinc.org", "code": "85354-9"}]},
                 "subject": {"reference": "Patient/p1"}, "effectiveDateTime": "2026-06-01",
                 "component": [
                   {"code": {"coding": [{"system": "http://loinc.org", "code": "8462-4"}]}, %s},
                   {"code": {"coding": [{"system": "http://loinc.org", "code": "8480-6"}]}, %s}]}\
                """
                    .formatted(
                        Bundles.quantity("82", "mm[Hg]"), Bundles.quantity("131", "mm[Hg]"))));
    assertThat(read.facts())
        .extracting(
            fact -> ((Measurement) fact).value().intValueExact(),
            fact -> fact.provenance().sourceId())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(82, "Observation/bp#8462-4"),
            org.assertj.core.groups.Tuple.tuple(131, "Observation/bp#8480-6"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # clinical, verification, status
          active,    confirmed,    ACTIVE
          relapse,   confirmed,    ACTIVE
          active,    '',           ACTIVE
          active,    provisional,  NOT_KNOWN
          '',        confirmed,    NOT_KNOWN
          strange,   confirmed,    NOT_KNOWN
          resolved,  confirmed,    INACTIVE
          remission, provisional,  INACTIVE
          """)
  void whetherAProblemGoesOnIsNotGuessed(
      String clinical, String verification, Condition.Status expected) {
    var condition =
        only(
            Condition.class,
            """
            {"resourceType": "Condition", "id": "c1", "subject": {"reference": "Patient/p1"},
             "clinicalStatus": {"coding": [{"code": "%s"}]},
             "verificationStatus": {"coding": [{"code": "%s"}]},
             "code": {"text": "Psychosis"}, "onsetDateTime": "2019"}\
            """
                .formatted(clinical, verification)
                .replace("[{\"code\": \"\"}]", "[{\"display\": \"none\"}]"));
    assertThat(condition.status()).isEqualTo(expected);
    assertThat(condition.onset()).contains(Instant.parse("2019-01-01T00:00:00Z"));
  }

  @Test
  void aCodeNobodyKnowsStaysVisible() {
    var read =
        Bundles.taken(
            Bundles.of(
                Bundles.PATIENT,
                """
                {"resourceType": "Condition", "id": "c1", "subject": {"reference": "Patient/p1"},
                 "code": {"coding": [{"system": "urn:own", "code": "X9", "display": "Odd pain"}]}}\
                """));
    assertThat(read.unrecognised())
        .containsExactly(new Coded.Unrecognised("urn:own", "X9", "Odd pain"));
  }

  @Test
  void aDrugIsFoundThroughItsReference() {
    var medication =
        only(
            Medication.class,
            """
            {"resourceType": "MedicationRequest", "id": "m1", "status": "active",
             "intent": "order", "subject": {"reference": "urn:uuid:p1"},
             "medicationReference": {"reference": "Medication/d1"}, "authoredOn": "2026-05-01",
             "dosageInstruction": [{"text": "one every 6 hours"}]}\
            """,
            """
            {"resourceType": "Medication", "id": "d1",
             "code": {"coding": [{"system": "urn:rx", "code": "1", "display": "Oxycodone 5 mg"}]}}\
            """);
    assertThat(medication.drug().display()).isEqualTo("Oxycodone 5 mg");
    assertThat(medication.status()).isEqualTo(Medication.Status.ACTIVE);
    assertThat(medication.dosage()).contains("one every 6 hours");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          active,    order,    ACTIVE
          active,    proposal, NOT_KNOWN
          on-hold,   order,    NOT_KNOWN
          unknown,   order,    NOT_KNOWN
          completed, order,    STOPPED
          stopped,   order,    STOPPED
          cancelled, order,    STOPPED
          """)
  void whetherADrugIsTakenIsNotGuessed(String status, String intent, Medication.Status expected) {
    var medication =
        only(
            Medication.class,
            """
            {"resourceType": "MedicationRequest", "id": "m1", "status": "%s", "intent": "%s",
             "subject": {"reference": "Patient/p1"}, "medicationCodeableConcept": {"text": "x"}}\
            """
                .formatted(status, intent));
    assertThat(medication.status()).isEqualTo(expected);
  }

  @Test
  void anAllergyIsAnAllergyAndTheStatementOfNoneIsNot() {
    var allergy =
        """
        {"resourceType": "AllergyIntolerance", "id": "a1", "patient": {"reference": "Patient/p1"},
         "clinicalStatus": {"coding": [{"code": "active"}]}, "recordedDate": "2020-05-05",
         "code": {"coding": [{"system": "http://snomed.info/sct", "code": "%s", "display": "S"}]},
         "reaction": [{"manifestation": [{"text": "Rash"}, {"text": "Wheeze"}]}]}\
        """;
    assertThat(only(Allergy.class, allergy.formatted("373464007")).reaction())
        .contains("Rash, Wheeze");
    assertThat(only(Finding.class, allergy.formatted("716186003")).what().code())
        .isEqualTo("716186003");
  }

  @Test
  void aResultInWordsIsAFinding() {
    var finding =
        only(
            Finding.class,
            Bundles.observation(
                "2106-3",
                "\"valueCodeableConcept\": {\"coding\": [{\"system\": "
                    + "\"http://snomed.info/sct\", \"code\": \"260385009\", \"display\": \"Negative\"}]}"));
    assertThat(finding.result().display()).isEqualTo("Negative");
  }

  @Test
  void aResultBelowALimitIsNotTakenForANumber() {
    var finding =
        only(
            Finding.class,
            Bundles.observation("1742-6", Bundles.quantity("5", "U/L"))
                .replace("\"value\": 5", "\"value\": 5, \"comparator\": \"<\""));
    assertThat(finding.result().display()).isEqualTo("< 5 U/L");
  }

  @Test
  void aProcedureThatWasNotDoneIsLeftOutWithItsReason() {
    var procedure =
        """
        {"resourceType": "Procedure", "id": "r1", "status": "%s",
         "subject": {"reference": "Patient/p1"}, "code": {"text": "Nerve block"},
         "performedPeriod": {"start": "2026-01-01T10:00:00Z", "end": "2026-01-01T11:00:00Z"}}\
        """;
    assertThat(only(ProcedureDone.class, procedure.formatted("completed")).at())
        .contains(Instant.parse("2026-01-01T10:00:00Z"));
    var read = Bundles.taken(Bundles.of(Bundles.PATIENT, procedure.formatted("not-done")));
    assertThat(read.facts()).hasOnlyElementsOfType(Withdrawn.class);
    assertThat(read.notTaken())
        .singleElement()
        .extracting(NotTaken::where)
        .isEqualTo("entry[1] Procedure/r1");
  }

  @Test
  void whatTheSourceTakesBackIsWithdrawn() {
    assertThat(
            only(
                    Withdrawn.class,
                    Bundles.observation("29463-7", Bundles.quantity("70", "kg"))
                        .replace("\"final\"", "\"entered-in-error\""))
                .provenance()
                .sourceId())
        .isEqualTo("Observation/o1");
  }

  @Test
  void aWithdrawnFactIsWithdrawnEvenWhereItsUnitIsWrong() {
    only(
        Withdrawn.class,
        Bundles.observation("29463-7", Bundles.quantity("154", "lb"))
            .replace("\"final\"", "\"entered-in-error\""));
  }

  @Test
  void kindsTheClinicDoesNotKeepAreCounted() {
    assertThat(
            Bundles.taken(
                    Bundles.ofType(
                        "transaction",
                        "{\"resourceType\": \"Claim\"}",
                        Bundles.PATIENT,
                        "{\"resourceType\": \"Claim\"}"))
                .otherKinds())
        .containsExactly(java.util.Map.entry("Claim", 2));
  }
}
