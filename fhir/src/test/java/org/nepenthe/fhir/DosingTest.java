package org.nepenthe.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nepenthe.care.chart.Dosing;
import org.nepenthe.care.chart.Medication;
import org.nepenthe.evidence.Verifies;

/// How much and how often, as FHIR R4 carries it in `dosageInstruction`. What cannot be read as one
/// dose at one interval stays in the source's words: a guessed dose becomes a guessed load.
class DosingTest {
  private static final String UCUM = "http://unitsofmeasure.org";
  private static final String FORM = "http://terminology.hl7.org/CodeSystem/v3-orderableDrugForm";

  private static Medication ordered(String dosages) {
    var request =
        """
        {"resourceType": "MedicationRequest", "id": "m1", "status": "active", "intent": "order",
         "subject": {"reference": "Patient/p1"},
         "medicationCodeableConcept": {"text": "oxycodone"}, "dosageInstruction": [%s]}\
        """
            .formatted(dosages);
    var facts = Bundles.taken(Bundles.of(Bundles.PATIENT, request)).facts();
    assertThat(facts).hasSize(1);
    return (Medication) facts.getFirst();
  }

  private static String dosage(String more, String dose) {
    return "{\"text\": \"as written\"" + more + ", \"doseAndRate\": [" + dose + "]}";
  }

  private static String dose(String value, String system, String code) {
    return """
    {"doseQuantity": {"value": %s, "system": "%s", "code": "%s"}}\
    """
        .formatted(value, system, code);
  }

  private static String every(String frequency, String period, String unit) {
    return """
    , "timing": {"repeat": {"frequency": %s, "period": %s, "periodUnit": "%s"}}\
    """
        .formatted(frequency, period, unit);
  }

  /// 10 mg are 0.01 g and 10,000 ug; 25 ug/h are 0.025 mg/h.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # value, system, code,     amount, unit
          10,      UCUM,   mg,       10,     mg
          0.01,    UCUM,   g,        10,     mg
          10000,   UCUM,   ug,       10,     mg
          25,      UCUM,   ug/h,     25,     ug/h
          0.025,   UCUM,   mg/h,     25,     ug/h
          2,       UCUM,   1,        2,      1
          2,       UCUM,   {tablet}, 2,      1
          1.5,     FORM,   TAB,      1.5,    1
          1,       FORM,   TPATCH,   1,      1
          """)
  @Verifies("H31")
  void oneDoseWithItsUnitIsRead(
      String value, String system, String code, BigDecimal amount, String unit) {
    var dosing =
        ordered(dosage("", dose(value, system.equals("UCUM") ? UCUM : FORM, code)))
            .dosing()
            .orElseThrow();
    assertThat(dosing.amount()).isEqualByComparingTo(amount);
    assertThat(dosing.unit()).isEqualTo(unit);
    assertThat(dosing.asNeeded()).isFalse();
    assertThat(dosing.timesADay()).isEmpty();
  }

  /// Twice a day; every 6 h is 4 a day; every 72 h a third; once in 7 days a seventh.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # frequency, period, unit, times a day
          2,           1,      d,    2
          1,           6,      h,    4
          1,           8,      h,    3
          1,           72,     h,    0.3333333333333333
          1,           1,      wk,   0.1428571428571429
          1,           2,      d,    0.5
          """)
  void oneIntervalIsRead(String frequency, String period, String unit, BigDecimal times) {
    var dosing =
        ordered(dosage(every(frequency, period, unit), dose("10", UCUM, "mg")))
            .dosing()
            .orElseThrow();
    assertThat(dosing.timesADay())
        .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(times));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ", \"timing\": {\"repeat\": {\"frequency\": 1, \"period\": 1, \"periodUnit\": \"mo\"}}",
        ", \"timing\": {\"repeat\": {\"frequency\": 1, \"period\": 0, \"periodUnit\": \"d\"}}",
        ", \"timing\": {\"repeat\": {\"frequency\": 1, \"frequencyMax\": 4, \"period\": 1,"
            + " \"periodUnit\": \"d\"}}",
        ", \"timing\": {\"repeat\": {\"frequency\": 1, \"period\": 4, \"periodMax\": 6,"
            + " \"periodUnit\": \"h\"}}",
        ", \"timing\": {\"code\": {\"text\": \"BID\"}}",
        ", \"timing\": {\"repeat\": {\"when\": [\"HS\"]}}",
      })
  @Verifies("H31")
  void anIntervalThatIsNotOneNumberIsNotRead(String timing) {
    assertThat(ordered(dosage(timing, dose("10", UCUM, "mg"))).dosing().map(Dosing::timesADay))
        .contains(java.util.Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          , "asNeededBoolean": true                                | true
          , "asNeededCodeableConcept": {"text": "for severe pain"} | true
          , "asNeededBoolean": false                               | false
          """)
  void whatIsTakenOnlyWhenNeededSaysSo(String asNeeded, boolean expected) {
    assertThat(ordered(dosage(asNeeded, dose("10", UCUM, "mg"))).dosing().map(Dosing::asNeeded))
        .contains(expected);
  }

  /// The order stays, with the source's words; only its numbers are not believed.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # why                             | dosages
          a bare number                     | {"text": "as written", "doseAndRate": [{"doseQuantity": {"value": 10}}]}
          a unit in words                   | {"text": "as written", "doseAndRate": [{"doseQuantity": {"value": 10, "unit": "mg"}}]}
          no unit of UCUM                   | {"text": "as written", "doseAndRate": [{"doseQuantity": {"value": 10, "system": "http://unitsofmeasure.org", "code": "mcgs"}}]}
          a volume                          | {"text": "as written", "doseAndRate": [{"doseQuantity": {"value": 5, "system": "http://unitsofmeasure.org", "code": "mL"}}]}
          a form that is no piece           | {"text": "as written", "doseAndRate": [{"doseQuantity": {"value": 5, "system": "http://terminology.hl7.org/CodeSystem/v3-orderableDrugForm", "code": "ORDRP"}}]}
          zero                              | {"text": "as written", "doseAndRate": [{"doseQuantity": {"value": 0, "system": "http://unitsofmeasure.org", "code": "mg"}}]}
          a range of doses                  | {"text": "as written", "doseAndRate": [{"doseRange": {"low": {"value": 5}, "high": {"value": 10}}}]}
          two doses                         | {"text": "as written", "doseAndRate": [{"doseQuantity": {"value": 5, "system": "http://unitsofmeasure.org", "code": "mg"}}, {"doseQuantity": {"value": 9, "system": "http://unitsofmeasure.org", "code": "mg"}}]}
          two instructions                  | {"text": "as written", "doseAndRate": [{"doseQuantity": {"value": 5, "system": "http://unitsofmeasure.org", "code": "mg"}}]}, {"doseAndRate": [{"doseQuantity": {"value": 9, "system": "http://unitsofmeasure.org", "code": "mg"}}]}
          nothing but words                 | {"text": "as written"}
          """)
  @Verifies("H31")
  void whatIsNotOneDoseWithAUnitStaysInWords(String why, String dosages) {
    var medication = ordered(dosages);
    assertThat(medication.dosing()).as(why).isEmpty();
    assertThat(medication.dosage()).as(why).contains("as written");
  }

  @Test
  void anOrderWithoutAnyInstructionIsStillAnOrder() {
    var medication = ordered("");
    assertThat(medication.dosing()).isEmpty();
    assertThat(medication.dosage()).isEmpty();
    assertThat(medication.status()).isEqualTo(Medication.Status.ACTIVE);
  }
}
