package org.nepenthe.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nepenthe.evidence.BrokenFile;
import org.nepenthe.evidence.Verifies;

/// All faults of a policy at once. Shipped values are written out as they stand in their files.
class PolicyFaultsTest {
  private static final KnowledgeSnapshot SHIPPED = KnowledgeSnapshot.shipped();

  @Test
  @Verifies("H69")
  void everyFaultIsNamedWithItsLineAndPlace() {
    var policy =
        """
        site: Riverside
        changes:
          - { entry: PLN-CAP-01, value: ceiling, shipped: 2, set: 3, reason: More. }
          - { entry: SCR-AGE-01, value: limit, shipped: 75, set: 70, reason: Fine. }
          - { entry: SCR-AGE-09, value: limit, shipped: 75, set: 70, reason: No such entry. }
          - { entry: SCR-AGE-02, value: limit, shipped: 18, set: twenty, reason: A word. }
          - { entry: SCR-BP-01, value: fresh-for, set: 7, reason: Shipped is missing. }
          - { entry: SCR-AGE-01, value: limit, shipped: 75, set: 71, reason: Again. }
          - { entry: INF-OBS-01, value: during, shipped: 10, set: 5, because: Unknown key. }
          - not a change
        """;
    assertThat(SHIPPED.faults(policy))
        .extracting(fault -> fault.line() + " " + fault.place() + ": " + fault.reason())
        .satisfiesExactly(
            fault -> assertThat(fault).isEqualTo("1 version: key 'version' is missing"),
            fault ->
                assertThat(fault)
                    .startsWith("3 PLN-CAP-01 ceiling: 'ceiling' set to 3 would widen: shipped is"),
            fault -> assertThat(fault).startsWith("5 SCR-AGE-09 limit: no entry has the id"),
            fault -> assertThat(fault).startsWith("6 SCR-AGE-02 limit: expected a number"),
            fault ->
                assertThat(fault).startsWith("7 SCR-BP-01 fresh-for: key 'shipped' is missing"),
            fault -> assertThat(fault).contains("8 SCR-AGE-01 limit: ", "is changed twice"),
            fault -> assertThat(fault).startsWith("9 INF-OBS-01 during: unknown key 'because'"),
            fault -> assertThat(fault).isEqualTo("10 : expected key: value pairs"));
  }

  /// What has no fault is taken, and what has one is not: the two never disagree.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "site",
        "site: [",
        "site: A\nsite: B\nversion: 1\nchanges: []",
        "site: A\nversion: 1",
        "site: A\nversion: 1\nchanges: []\nmore: 1",
        "site: A\nversion: 1\nchanges: 7",
        "site: A\nversion: 1\nchanges: [{ entry: X, entry: Y }]",
        "site: A\nversion: \"\\0\"\nchanges: []",
        "site: A\u0001\nversion: 1\nchanges: []",
        "site: A\nversion: 1\nchanges: []",
        "site: A\nversion: 1\nchanges: [{ entry: PLN-CAP-01, value: ceiling, shipped: 2, set: 1,"
            + " reason: R }]"
      })
  void faultsAndReadingAgree(String policy) {
    var faults = SHIPPED.faults(policy);
    if (faults.isEmpty()) {
      assertThat(SHIPPED.narrowedBy(policy).policy()).contains(policy);
    } else {
      assertThatThrownBy(() -> SHIPPED.narrowedBy(policy))
          .isInstanceOf(BrokenFile.class)
          .hasMessageStartingWith("site-policy.yaml:");
    }
  }

  @Test
  void aPolicyThatTakesBackWhatAnEarlierOneNarrowedSaysSo() {
    var strict = narrowed("1", "70");
    var looser = narrowed("1.5", "70");
    assertThat(Loosened.between(strict, looser))
        .extracting(value -> value.entry().id() + " " + value.path())
        .containsExactly("PLN-CAP-01 ceiling");
    assertThat(Loosened.between(looser, strict)).isEmpty();
    assertThat(Loosened.between(strict, SHIPPED.base()))
        .extracting(value -> value.before() + " → " + value.now())
        .containsExactlyInAnyOrder("above 1 mg/kg/h → above 2 mg/kg/h", "above 70 y → above 75 y");
  }

  private static KnowledgeBase narrowed(String ceiling, String age) {
    return SHIPPED
        .narrowedBy(
            """
            site: A
            version: v
            changes:
              - { entry: PLN-CAP-01, value: ceiling, shipped: 2, set: %s, reason: R. }
              - { entry: SCR-AGE-01, value: limit, shipped: 75, set: %s, reason: R. }
            """
                .formatted(ceiling, age))
        .base();
  }
}
