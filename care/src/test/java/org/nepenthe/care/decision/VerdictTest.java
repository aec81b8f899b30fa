package org.nepenthe.care.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.evidence.Verifies;

/// The truth tables are Kleene's strong three-valued logic (Introduction to Metamathematics, 1952,
/// section 64), with Met for true and NotMet for false.
class VerdictTest {
  private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
  private static final Map<String, Verdict> VERDICTS =
      Map.of(
          "Met", Verdict.met("seen", AT),
          "NotMet", Verdict.notMet("not seen", AT),
          "Unknown", Verdict.unknown("never asked"));

  @Verifies("H28")
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # a, b, a and b, a or b
          Met,     Met,     Met,     Met
          Met,     NotMet,  NotMet,  Met
          Met,     Unknown, Unknown, Met
          NotMet,  Met,     NotMet,  Met
          NotMet,  NotMet,  NotMet,  NotMet
          NotMet,  Unknown, NotMet,  Unknown
          Unknown, Met,     Unknown, Met
          Unknown, NotMet,  NotMet,  Unknown
          Unknown, Unknown, Unknown, Unknown
          """)
  void andAndOr(String a, String b, String and, String or) {
    var left = VERDICTS.get(a);
    var right = VERDICTS.get(b);

    assertThat(name(left.and(right))).isEqualTo(and);
    assertThat(name(left.or(right))).isEqualTo(or);
  }

  @ParameterizedTest
  @CsvSource({"Met, NotMet", "NotMet, Met", "Unknown, Unknown"})
  void not(String a, String notA) {
    assertThat(name(VERDICTS.get(a).not())).isEqualTo(notA);
  }

  @Test
  void whatWasSeenOnBothSidesIsKept() {
    var both = Verdict.met("ALT 90", AT.minusSeconds(60)).and(Verdict.met("AST 95", AT));

    assertThat(both.observed()).contains("ALT 90").contains("AST 95");
    assertThat(both.observedAt()).contains(AT);
  }

  private static String name(Verdict verdict) {
    return verdict.getClass().getSimpleName();
  }
}
