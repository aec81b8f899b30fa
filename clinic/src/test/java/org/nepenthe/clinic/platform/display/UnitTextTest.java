package org.nepenthe.clinic.platform.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTextTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # UCUM,           as people read it
          mm[Hg],           mmHg
          /min,             per min
          kg,               kg
          ug/mL,            mcg/mL
          10*3/uL,          10³/mcL
          kg/m2,            kg/m²
          mL/min/{1.73_m2}, mL/min per 1.73 m²
          {score},          ''
          1,                ''
          Cel,              °C
          U/L,              U/L
          mmol/L,           mmol/L
          [lb_av],          lb
          """)
  void aUnitIsWrittenForPeople(String ucum, String text) {
    assertThat(UnitText.of(ucum)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          PT-1S,    in the future
          PT59S,    just now
          PT14M,    14 min ago
          PT47H59M, 47 h ago
          P2D,      2 days ago
          P59D,     59 days ago
          P60D,     2 months ago
          P365D,    12 months ago
          P730D,    2 years ago
          """)
  void anAgeHasOneUnit(Duration age, String words) {
    var now = Instant.parse("2026-06-15T12:00:00Z");
    assertThat(Age.of(now.minus(age), now)).isEqualTo(words);
  }
}
