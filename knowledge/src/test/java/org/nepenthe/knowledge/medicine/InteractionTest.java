package org.nepenthe.knowledge.medicine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Use;

/// The measured changes as the abstracts state them, and that the route decides how severe an
/// interaction of metabolism is.
class InteractionTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final KnowledgeBase BASE = KnowledgeBase.shipped();

  private static Interaction of(String id) {
    return Interaction.all(BASE, DAY).stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # interaction,      route,       of,                 change
          IXN-CLARITHROMYCIN, ORAL,        peak concentration, 3.6 times
          IXN-CLARITHROMYCIN, ORAL,        exposure,           2.6 times
          IXN-GRAPEFRUIT,     ORAL,        exposure,           3 times
          IXN-GRAPEFRUIT,     ORAL,        peak concentration, 2.1 times
          IXN-TICLOPIDINE,    ORAL,        exposure,           2.4 times
          IXN-RIFAMPICIN,     INTRAVENOUS, exposure,           -14 %
          IXN-RIFAMPICIN,     ORAL,        exposure,           -86 %
          IXN-RIFAMPICIN,     INTRAVENOUS, norketamine,        -50 %
          IXN-ST-JOHNS-WORT,  ORAL,        exposure,           -58 %
          """)
  void whatWasMeasured(String id, Route route, String of, String change) {
    assertThat(of(id).exposures())
        .anySatisfy(exposure -> {
          assertThat(exposure.route()).isEqualTo(route);
          assertThat(exposure.of()).isEqualTo(of);
          assertThat(exposure.words()).isEqualTo(change);
        });
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # interaction,      by vein,     by mouth
          IXN-CLARITHROMYCIN, MINOR,       MAJOR
          IXN-GRAPEFRUIT,     MINOR,       MAJOR
          IXN-TICLOPIDINE,    MINOR,       MAJOR
          IXN-RIFAMPICIN,     MINOR,       MAJOR
          IXN-ST-JOHNS-WORT,  MINOR,       MODERATE
          IXN-ITRACONAZOLE,   MINOR,       MINOR
          IXN-THEOPHYLLINE,   AVOID,       AVOID
          IXN-OPIOID,         MAJOR,       MAJOR
          IXN-LAMOTRIGINE,    NOT_STUDIED, NOT_STUDIED
          """)
  void theRouteDecides(String id, Severity byVein, Severity byMouth) {
    assertThat(of(id).severity(Route.INTRAVENOUS)).isEqualTo(byVein);
    assertThat(of(id).severity(Route.ORAL)).isEqualTo(byMouth);
  }

  @Test
  void eachSaysWhatToDoOnTheDayAndHowItIsFound() {
    for (var interaction : Interaction.all(BASE, DAY)) {
      assertThat(interaction.onTheDaySays()).as(interaction.id()).isNotEmpty();
      assertThat(interaction.byRoute()).as(interaction.id()).hasSize(Route.values().length);
      interaction
          .concepts()
          .forEach(concept -> assertThat(BASE.entry(concept).kind()).isEqualTo("concept"));
    }
  }

  /// Nothing that could only be remembered decides in silence.
  @Test
  void whatNobodyCouldReadIsForTheSiteToConfirm() {
    for (var interaction : Interaction.all(BASE, DAY)) {
      if (interaction.evidence().stream().allMatch(Evidence::unverified)) {
        assertThat(interaction.use()).as(interaction.id()).isEqualTo(Use.SITE_MUST_CONFIRM);
      }
    }
  }
}
