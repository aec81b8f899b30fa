package org.nepenthe.clinic.security.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.evidence.Verifies;

class PasswordsTest {
  private final Passwords passwords = new Passwords();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # password, login, may be used
          ElevenChars, tom, no
          TwelveChars!, tom, yes
          correct horse battery, tom, yes
          '', tom, no
          nepenthes-pharmakon, tom, no
          Nepenthes-Pharmakon, tom, no
          aaaaaaaaaaaaaaaa, tom, no
          abababababababab, tom, no
          i am tom and happy, tom, no
          i am Tom and happy, tom, no
          i am tim and happy, tom, yes
          """)
  void whatAPasswordMustBe(String password, String login, String usable) {
    assertThat(passwords.complaint(password, login).isEmpty()).isEqualTo(usable.equals("yes"));
  }

  /// bcrypt reads 72 bytes; what comes after would not count.
  @Test
  void aPasswordIsNeverCutInSilence() {
    var seventyTwo = "abcdefghi".repeat(8);
    assertThat(passwords.complaint(seventyTwo, "tom")).isEmpty();
    assertThat(passwords.complaint(seventyTwo + "x", "tom")).isPresent();
    assertThat(passwords.complaint("ä".repeat(31) + "bcdefghijk", "tom")).isEmpty();
    assertThat(passwords.complaint("ä".repeat(32) + "bcdefghijk", "tom")).isPresent();
  }

  @Test
  @Verifies("H47")
  void theHashNamesItsMethodAndNeverRepeats() {
    var first = passwords.hash("correct horse battery");
    assertThat(first).startsWith("{bcrypt}$2");
    assertThat(passwords.hash("correct horse battery")).isNotEqualTo(first);
  }

  @Test
  void oneTimePasswordsAreLegibleLongEnoughAndDifferent() {
    var seen = new HashSet<String>();
    for (int i = 0; i < 200; i++) {
      var password = passwords.oneTime();
      assertThat(password).matches("([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}");
      assertThat(seen.add(password)).isTrue();
    }
  }
}
