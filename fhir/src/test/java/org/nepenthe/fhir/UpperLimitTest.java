package org.nepenthe.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.chart.Measurement;
import org.nepenthe.evidence.Verifies;

/// The laboratory's own upper limit of normal, as FHIR R4 carries it: `referenceRange.high`, of the
/// range that is called normal or of the only one. A limit nobody can be sure of is no limit; the
/// value itself is kept.
class UpperLimitTest {
  private static final String NORMAL = "\"type\": {\"coding\": [{\"code\": \"normal\"}]}, ";
  private static final String THERAPEUTIC =
      "\"type\": {\"coding\": [{\"code\": \"therapeutic\"}]}, ";

  private static Measurement alt(String ranges) {
    var observation =
        Bundles.observation(
            "1742-6", Bundles.quantity("80", "U/L") + ", \"referenceRange\": [" + ranges + "]");
    var facts = Bundles.taken(Bundles.of(Bundles.PATIENT, observation)).facts();
    assertThat(facts).hasSize(1);
    return (Measurement) facts.getFirst();
  }

  private static String quantity(String value, String unit) {
    return """
    {"value": %s, "unit": "%s", "system": "http://unitsofmeasure.org", "code": "%s"}\
    """
        .formatted(value, unit, unit);
  }

  private static String range(String type, String high) {
    return "{" + type + "\"low\": " + quantity("7", "U/L") + ", \"high\": " + high + "}";
  }

  /// 1 U/mL is 1000 U/L. A limit of zero is kept as sent; the rule takes none below it.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # value, unit,   kept in U/L
          40,      U/L,    40
          0.04,    U/mL,   40
          40000,   mU/L,   40
          0,       U/L,    0
          """)
  void theOnlyRangeIsMeantAndConverted(String value, String unit, BigDecimal kept) {
    var alt = alt(range("", quantity(value, unit)));
    assertThat(alt.upperLimit())
        .hasValueSatisfying(limit -> assertThat(limit).isEqualByComparingTo(kept));
    assertThat(alt.value()).isEqualByComparingTo("80");
  }

  @Test
  @Verifies("H28")
  void theRangeCalledNormalIsMeantBesideOthers() {
    assertThat(
            alt(range(THERAPEUTIC, quantity("500", "U/L"))
                    + ", "
                    + range(NORMAL, quantity("40", "U/L")))
                .upperLimit())
        .map(BigDecimal::intValueExact)
        .contains(40);
  }

  /// Ranges of men and of women, of children and of adults: which one is meant is not guessed.
  @Test
  @Verifies("H28")
  void ofTwoRangesNoneIsTaken() {
    var two = range("", quantity("40", "U/L")) + ", " + range("", quantity("55", "U/L"));
    assertThat(alt(two).upperLimit()).isEmpty();
    var bothNormal =
        range(NORMAL, quantity("40", "U/L")) + ", " + range(NORMAL, quantity("55", "U/L"));
    assertThat(alt(bothNormal).upperLimit()).isEmpty();
  }

  @Test
  void aRangeThatIsNotOfTheHealthyIsNoLimitOfNormal() {
    assertThat(alt(range(THERAPEUTIC, quantity("500", "U/L"))).upperLimit()).isEmpty();
  }

  @Test
  void withoutARangeOrWithoutItsUpperEndThereIsNoLimit() {
    assertThat(alt("").upperLimit()).isEmpty();
    assertThat(alt("{\"low\": " + quantity("7", "U/L") + "}").upperLimit()).isEmpty();
  }

  /// A range in words is not read: "7 to 40 U/L" could be anybody's.
  @Test
  @Verifies("H28")
  void aRangeInWordsOnlyIsNoLimit() {
    var alt = alt("{\"text\": \"7 - 40 U/L\"}");
    assertThat(alt.upperLimit()).isEmpty();
    assertThat(alt.value()).isEqualByComparingTo("80");
  }

  /// The value stands; the limit in a unit nobody can read, or of another kind, does not.
  @ParameterizedTest
  @CsvSource({"units", "mg/dL", "IU per litre"})
  @Verifies("H03")
  void aLimitInAnotherUnitIsNoLimit(String unit) {
    var alt = alt(range("", quantity("40", unit)));
    assertThat(alt.upperLimit()).isEqualTo(Optional.empty());
    assertThat(alt.value()).isEqualByComparingTo("80");
  }

  @Test
  @Verifies("H03")
  void aBareNumberIsNoLimit() {
    assertThat(alt("{\"high\": {\"value\": 40}}").upperLimit()).isEmpty();
    assertThat(alt("{\"high\": {\"value\": 40, \"unit\": \"U/L\"}}").upperLimit()).isEmpty();
  }
}
