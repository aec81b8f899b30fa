package org.nepenthe.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.evidence.BrokenFile;
import org.nepenthe.evidence.SourceType;
import org.nepenthe.evidence.Verifies;

/// A site's policy narrows and never widens. The shipped values are written out here as they stand
/// in the entries' files; where one of them changes, the policy has to be refused too.
class SitePolicyTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-22");
  private static final KnowledgeSnapshot SHIPPED = KnowledgeSnapshot.shipped();

  private static String policy(String change) {
    return """
    site: Riverside
    version: "7"
    changes:
      - { %s, reason: Our committee decided so. }
    """
        .formatted(change);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # entry      | value            | shipped | set | expected at the value
          PLN-CAP-01   | ceiling          | 2       | 1.5 | above 1.5 mg/kg/h
          SCR-AGE-01   | limit            | 75      | 70  | above 70 y
          SCR-AGE-02   | limit            | 18      | 21  | below 21 y
          SCR-BP-01    | measured.2.limit | 90      | 85  | above 85 mmHg
          SCR-BP-01    | fresh-for        | 30      | 7   | 7 d
          REC-OBS-01   | least            | 60      | 90  | below 90 min
          INF-OBS-01   | during           | 10      | 5   | 5 min
          """)
  void aNarrowerNumberHolds(
      String entry, String path, String shipped, String set, String expected) {
    var base =
        SHIPPED
            .narrowedBy(
                policy(
                    "entry: %s, value: %s, shipped: %s, set: %s"
                        .formatted(entry, path, shipped, set)))
            .base();
    var field = ValuePath.fields(base.entry(entry).on(DAY).orElseThrow()).get(path);
    assertThat(Differences.words(field)).isEqualTo(expected);
    assertThat(base.siteChanges(entry))
        .singleElement()
        .satisfies(change -> {
          assertThat(change.path()).isEqualTo(path);
          assertThat(change.shipped()).contains(shipped);
          assertThat(change.reason()).isEqualTo("Our committee decided so.");
        });
  }

  @Verifies("H69")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # change                                                                  | message names
          entry: PLN-CAP-01, value: ceiling, shipped: 2, set: 2.01                  | would widen: shipped is 'above 2 mg/kg/h'
          entry: SCR-AGE-01, value: limit, shipped: 75, set: 76                     | would widen: shipped is 'above 75 y'
          entry: SCR-AGE-02, value: limit, shipped: 18, set: 17                     | would widen: shipped is 'below 18 y
          entry: SCR-BP-01, value: fresh-for, shipped: 30, set: 31                  | would widen: shipped is '30 d
          entry: REC-OBS-01, value: least, shipped: 60, set: 59                     | would widen: shipped is 'below 60 min'
          entry: INF-OBS-01, value: during, shipped: 10, set: 15                    | would widen: shipped is '10 min'
          entry: PLN-PRO-01, value: dose, shipped: { from: 0.1, to: 0.3 }, set: { from: 0.1, to: 0.4 }  | would widen: shipped is '0.1 to 0.3 mg/kg'
          entry: PLN-PRO-01, value: dose, shipped: { from: 0.1, to: 0.3 }, set: { from: 0.05, to: 0.3 } | would widen: shipped is '0.1 to 0.3 mg/kg'
          entry: PLN-CAP-01, use: off                                               | 'off' would widen
          entry: PLN-CAP-01, use: site-must-confirm                                 | would widen
          entry: PLN-CAP-01, value: ceiling, shipped: 3, set: 2.5                   | the site looked at 3, but shipped is 'above 2 mg/kg/h'
          entry: PLN-CAP-01, value: ceiling, set: 1                                 | 'shipped' is missing
          entry: PLN-CAP-01, value: ceiling, shipped: 2, set: 2                     | nothing would change
          entry: PLN-CAP-01, value: ceiling, shipped: 2, set: 0                     | above 0
          entry: PLN-CAP-01, value: ceiling, shipped: 2                             | nothing would change
          entry: PLN-CAP-01, value: floor, shipped: 2, set: 1                       | has no value 'floor'
          entry: PLN-PREP-01, value: pump-step, shipped: 0.1, set: 0.05             | nothing says which way
          entry: PLN-PRO-01, value: sessions, shipped: 1, set: 2                    | nothing says which way
          entry: PLN-CAP-99, value: ceiling, shipped: 2, set: 1                     | no entry has the id 'PLN-CAP-99'
          entry: PLN-CAP-01, period: 2020-01-01, value: ceiling, shipped: 2, set: 1 | no period from that day
          entry: PLN-CAP-01, use: in-force                                          | in force as it is shipped
          entry: PLN-CAP-01, value: ceiling, shipped: 2, set: 1, unit: mg           | unknown key 'unit'
          """)
  void whatWouldWidenOrIsNotThereIsRefusedWithItsLine(String change, String names) {
    assertThatThrownBy(() -> SHIPPED.narrowedBy(policy(change)))
        .isInstanceOf(BrokenFile.class)
        .hasMessageStartingWith("site-policy.yaml:4: ")
        .hasMessageContaining(names);
  }

  @Test
  void oneValueIsChangedOnce() {
    var twice =
        """
        site: Riverside
        version: "7"
        changes:
          - { entry: PLN-CAP-01, value: ceiling, shipped: 2, set: 1, reason: One. }
          - { entry: PLN-CAP-01, value: ceiling, shipped: 2, set: 1.5, reason: Two. }
        """;
    assertThatThrownBy(() -> SHIPPED.narrowedBy(twice))
        .isInstanceOf(BrokenFile.class)
        .hasMessage("site-policy.yaml:5: 'PLN-CAP-01 ceiling' is changed twice");
  }

  @Test
  void anUnconfirmedSettingIsConfirmedAndAnUnconfirmedRuleSwitchedOn() {
    var base =
        SHIPPED
            .narrowedBy(
                """
                site: Riverside
                version: "7"
                changes:
                  - { entry: REC-OBS-01, value: longer, shipped: 120, use: in-force, reason: We wait. }
                  - { entry: INF-DIS-01, use: in-force, reason: We watch. }
                """)
            .base();
    var longer = base.entry("REC-OBS-01").on(DAY).orElseThrow().amountInForce("longer");
    assertThat(longer.orElseThrow().words()).isEqualTo("below 120 min");
    var dissociation = base.entry("INF-DIS-01").on(DAY).orElseThrow();
    assertThat(dissociation.use()).isEqualTo(Use.IN_FORCE);
    assertThat(dissociation.groups("any-of").getFirst().amount("limit").inForce()).isTrue();
    assertThat(base.siteChanges()).hasSize(2);
  }

  @Verifies("H69")
  @Test
  void aSettingThatIsOffIsTurnedOnOnlyWhereItCanOnlyRestrict() {
    var off =
        new SmallBase()
            .replacing("infusion/INF-XX-01.yaml", "  - effective", "  - use: off\n    effective");
    var policy =
        "site: S\nversion: v\nchanges:\n  - { entry: INF-XX-01, use: in-force, reason: R. }\n";
    assertThatThrownBy(() -> off.snapshot().narrowedBy(policy))
        .hasMessageStartingWith("site-policy.yaml:4: switching 'INF-XX-01' on would widen");
    off.replacing(
        "infusion/area.yaml", "files:", "narrower: { limit: { switched-on: true } }\nfiles:");
    assertThat(
            off.snapshot().narrowedBy(policy).base().entry("INF-XX-01").on(DAY).orElseThrow().use())
        .isEqualTo(Use.IN_FORCE);
  }

  @Test
  void theSitesValueIsCitedAsTheSitesAndNamesTheShippedOne() {
    var base =
        SHIPPED
            .narrowedBy(policy("entry: PLN-CAP-01, value: ceiling, shipped: 2, set: 1.5"))
            .base();
    var evidence = base.entry("PLN-CAP-01").on(DAY).orElseThrow().amount("ceiling").evidence();
    assertThat(evidence.getFirst().sourceType()).isEqualTo(SourceType.SITE_POLICY);
    assertThat(evidence.getFirst().citation().text())
        .isEqualTo("Site policy of Riverside, version 7");
    assertThat(evidence.getFirst().deviation())
        .contains("decided by this site; shipped is: above 2 mg/kg/h");
    assertThat(evidence).hasSizeGreaterThan(1);
    assertThat(base.version()).endsWith("with site policy 7");
    assertThat(base.contentHash()).isNotEqualTo(SHIPPED.base().contentHash());
  }

  @Test
  void aDirectionNeverContradictsTheSideOnWhichALimitIsBreached() {
    for (var entry : SHIPPED.base().entries()) {
      for (var dated : entry.periods()) {
        ValuePath.fields(dated.values())
            .forEach((path, field) -> {
              if (field instanceof Amount amount && amount.breachedWhen().isPresent()) {
                assertThat(SHIPPED.base().direction(entry, path, field))
                    .as(entry.id() + " " + path)
                    .isIn(Optional.of(Direction.FIXED), amount.breachedWhen().map(Direction::of));
              }
            });
      }
    }
  }

  /// A number that nobody gave a direction is closed to sites without anybody having decided so.
  @Test
  @Verifies("H69")
  void everyNumberSaysWhichWayIsNarrowerOrThatItIsFixed() {
    for (var entry : SHIPPED.base().entries()) {
      for (var dated : entry.periods()) {
        ValuePath.fields(dated.values())
            .forEach((path, field) -> {
              if (field instanceof Amount || field instanceof Range) {
                assertThat(SHIPPED.base().direction(entry, path, field))
                    .as(entry.kind() + " in " + entry.id() + " " + path)
                    .isPresent();
              }
            });
      }
    }
  }
}
