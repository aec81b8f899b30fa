package org.nepenthe.care.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.planning.order.BodySize;
import org.nepenthe.care.planning.protocol.PlanningKnowledge;
import org.nepenthe.care.planning.warning.PlanWarning;
import org.nepenthe.care.planning.warning.PlanWarnings;
import org.nepenthe.care.planning.warning.PlanWarnings.Warned;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.quantity.BodyWeight;

/// Which warnings stand against a request. The weight asks above 10 % of the last one (PLN-WT-01);
/// PLN-PRO-03 names complex regional pain syndrome and nothing else.
class StandingWarningsTest {
  private static final PlanningKnowledge KNOWLEDGE =
      new PlanningKnowledge(KnowledgeBase.shipped(), LocalDate.of(2026, 11, 22));

  private static List<PlanWarning> standing(PlanFacts facts) {
    var typed = KetamineEventsTest.request("PLN-PRO-03", "77", "0.3", "10", "20");
    var request =
        new PlanRequest(
            typed.infusionNumber(),
            typed.protocolId(),
            typed.weight(),
            typed.weightChangeConfirmed(),
            typed.dosePerWeight(),
            typed.minutes(),
            typed.vial(),
            typed.vialContent(),
            typed.prepared(),
            typed.softCapReason(),
            typed.otherIndicationReason(),
            typed.benefit(),
            facts);
    return PlanWarnings.standing(request, Optional.empty(), KNOWLEDGE).stream()
        .map(Warned::warning)
        .toList();
  }

  /// 77 kg is 10 % above 70 kg; 85.5 kg less 9.95 % and 85.6 kg less 10.05 % are 77 kg.
  @Verifies("H36")
  @ParameterizedTest
  @CsvSource({"70, false", "69.9, true", "77, false", "85.5, false", "85.6, true"})
  void aWeightFarFromTheLastWarns(String last, boolean warned) {
    assertThat(standing(PlanFacts.none().withLastWeight(BodyWeight.ofKilograms(last))))
        .isEqualTo(warned ? List.of(PlanWarning.WEIGHT_CHANGE) : List.of());
  }

  @Verifies("H36")
  @ParameterizedTest
  @CsvSource({"IND-CRPS, false", "IND-FIBROMYALGIA, true", "-, false"})
  void anotherIndicationWarns(String indication, boolean warned) {
    var named = Optional.of(indication).filter(name -> !name.equals("-"));
    var facts = new PlanFacts(Optional.empty(), BodySize.NOT_KNOWN, named, List.of());

    assertThat(standing(facts))
        .isEqualTo(warned ? List.of(PlanWarning.OTHER_INDICATION) : List.of());
  }
}
