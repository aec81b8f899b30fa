package org.nepenthe.clinic.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.medicine.Interaction;
import org.nepenthe.pharmacology.interaction.InteractionCatalogue;

/// What a clinician reads of an interaction and what a model counts with are the same measurement:
/// the knowledge prints a change in per cent where its source does, the model a multiple. They
/// agree to 0.005 of the multiple.
class InteractionFiguresAgreeTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # knowledge,        route,       of,               model,                  which
          IXN-CLARITHROMYCIN, ORAL,        exposure,         clarithromycin,         area
          IXN-CLARITHROMYCIN, ORAL,        peak concentration, clarithromycin,       peak
          IXN-TICLOPIDINE,    ORAL,        exposure,         ticlopidine,            area
          IXN-GRAPEFRUIT,     ORAL,        exposure,         grapefruit,             area
          IXN-GRAPEFRUIT,     ORAL,        peak concentration, grapefruit,           peak
          IXN-ST-JOHNS-WORT,  ORAL,        exposure,         st-johns-wort,          area
          IXN-RIFAMPICIN,     ORAL,        exposure,         rifampicin-oral,        area
          """)
  void theyAgree(String id, String route, String of, String model, String which) {
    var read =
        Interaction.all(KnowledgeBase.shipped(), DAY).stream()
            .filter(each -> each.id().equals(id))
            .flatMap(each -> each.exposures().stream())
            .filter(each -> each.route().name().equals(route) && each.of().equals(of))
            .findFirst()
            .orElseThrow()
            .change();
    double multiple =
        read.unit().ucum().equals("%")
            ? 1 + read.value().doubleValue() / 100
            : read.value().doubleValue();
    var counted =
        InteractionCatalogue.shipped().interactions().stream()
            .filter(each -> each.id().equals(model))
            .findFirst()
            .orElseThrow();
    var estimate = (which.equals("area") ? counted.area() : counted.peak()).orElseThrow();

    assertThat(multiple).isCloseTo(estimate.typical(), org.assertj.core.data.Offset.offset(0.005));
  }
}
