package org.nepenthe.clinic.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.KnowledgeSnapshot;
import org.nepenthe.knowledge.SiteChange;

/// The form and the file say the same. Shipped values are written out as they stand in their files.
class PolicyTextTest {
  private static final KnowledgeSnapshot SHIPPED = KnowledgeSnapshot.shipped();
  private static final List<PolicyLine> LINES = PolicyLine.of(SHIPPED.base());

  private static Form form(Map<String, String> fields) {
    var form = Form.blank().with("site", "Riverside").with("policy-version", "7");
    fields.forEach(form::with);
    return form;
  }

  @Test
  void theFormWritesTheFileThatASiteWouldWrite() {
    var form =
        form(
            Map.of(
                "set-PLN-CAP-01-ceiling", "1.5",
                "reason-PLN-CAP-01-ceiling", "Our committee, in November.",
                "from-PLN-PRO-01-dose", "0.1",
                "to-PLN-PRO-01-dose", "0.2",
                "reason-PLN-PRO-01-dose", "We begin low.",
                "confirm-REC-OBS-01-longer", "yes",
                "reason-REC-OBS-01-longer", "We wait."));
    assertThat(PolicyText.of(LINES, form, SHIPPED))
        .isEqualTo(
            """
            site: "Riverside"
            version: "7"
            changes:
              - entry: PLN-PRO-01
                value: dose
                shipped: { from: 0.1, to: 0.3 }
                set: { from: 0.1, to: 0.2 }
                reason: "We begin low."
              - entry: PLN-CAP-01
                value: ceiling
                shipped: 2
                set: 1.5
                reason: "Our committee, in November."
              - entry: REC-OBS-01
                value: longer
                shipped: 120
                use: in-force
                reason: "We wait."
            """);
    assertThat(form.errors()).isEmpty();
  }

  /// What a version narrowed fills the form, and the form writes it again.
  @Test
  void aPolicyComesBackThroughTheForm() {
    var policy =
        """
        site: Riverside
        version: "7"
        changes:
          - { entry: PLN-CAP-01, value: ceiling, shipped: 2, set: 1.5, reason: Ours. }
          - { entry: SCR-BP-01, value: measured.2.limit, shipped: 90, set: 85, reason: 'It''s "low"'. }
          - { entry: INF-DIS-01, use: in-force, reason: We watch. }
        """
            .replace("'It''s \"low\"'.", "'It''s \"low\"'");
    var narrowed = SHIPPED.narrowedBy(policy).base();
    var filled = PolicyText.filled(LINES, narrowed).with("site", "R").with("policy-version", "8");
    var again = SHIPPED.narrowedBy(PolicyText.of(LINES, filled, SHIPPED)).base();
    assertThat(filled.errors()).isEmpty();
    assertThat(again.siteChanges())
        .extracting(SiteChange::entry, SiteChange::path, SiteChange::site, SiteChange::reason)
        .containsExactlyInAnyOrderElementsOf(
            narrowed.siteChanges().stream()
                .map(change ->
                    org.assertj.core.groups.Tuple.tuple(
                        change.entry(), change.path(), change.site(), change.reason()))
                .toList());
  }

  @ParameterizedTest
  @Verifies("H69")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # field                  | typed   | beside it
          set-PLN-CAP-01-ceiling   | 2.5     | would widen: shipped is 'above 2 mg/kg/h'
          set-PLN-CAP-01-ceiling   | 2       | nothing would change
          set-PLN-CAP-01-ceiling   | two     | expected a number, found 'two'
          set-PLN-CAP-01-ceiling   | 1 mg    | expected a number, found '1 mg'
          set-PLN-CAP-01-ceiling   | -1      | expected a number above 0
          set-SCR-AGE-02-limit     | 17      | would widen: shipped is 'below 18 y
          """)
  void whatWouldWidenIsRefusedBesideItsField(String field, String typed, String message) {
    var form = form(Map.of(field, typed, field.replace("set-", "reason-"), "Because."));
    var _ = PolicyText.of(LINES, form, SHIPPED);
    assertThat(form.error(field)).contains(message);
    assertThat(form.errors()).hasSize(1);
  }

  @Test
  void aValueWithoutAReasonAndAReasonWithoutAValueAreAskedFor() {
    var form = form(Map.of("set-PLN-CAP-01-ceiling", "1", "reason-SCR-AGE-01-limit", "Why not."));
    var _ = PolicyText.of(LINES, form, SHIPPED);
    assertThat(form.errors()).containsOnlyKeys("reason-PLN-CAP-01-ceiling", "set-SCR-AGE-01-limit");
  }

  /// Whatever is typed as a reason stays a reason.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "with \"quotes\" and \\ and 'single'",
        "two\nlines",
        "a: b # c",
        "- entry: PLN-CAP-02",
        "emoji \uD83D\uDE00, bell \u0007, tab\t.",
        "{ } [ ] & * ! | > % @ `"
      })
  void aReasonIsOnlyAReason(String reason) {
    var form = form(Map.of("set-PLN-CAP-01-ceiling", "1", "reason-PLN-CAP-01-ceiling", reason));
    var base = SHIPPED.narrowedBy(PolicyText.of(LINES, form, SHIPPED)).base();
    assertThat(base.siteChanges())
        .singleElement()
        .satisfies(
            change -> assertThat(change.reason()).isEqualTo(reason.replace("\u0007", "").strip()));
  }

  @Test
  void everyFieldOfTheFormHasANameOfItsOwn() {
    assertThat(LINES.stream().map(line -> line.field("reason")).toList()).doesNotHaveDuplicates();
    assertThat(LINES).hasSizeGreaterThan(50);
  }
}
