package org.nepenthe.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.evidence.Evidence;

/// Numbers of guidelines, harms, schedules, thresholds and law against the tables of the evidence
/// (sections 1, 3 and 5), written down here from there. Exact: no tolerance.
class PublishedValuesTest {
  private static final KnowledgeBase BASE = KnowledgeBase.shipped();

  private static Values values(String id) {
    return BASE.entry(id).periods().getLast().values();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # entry,             number as it is read
          GUI-Q3-BOLUS,        above 0.35 mg/kg
          GUI-Q3-RATE,         above 2 mg/kg/h
          GUI-Q3-TOTAL,        below 80 mg
          GUI-Q1-CRPS,         12 wk
          GUI-ANZCA,           above 0.5 mg/kg/h
          HRM-PSYCHO,          76 %
          HRM-ANY,             50 %
          HRM-RISK,            3.26
          HRM-EMERGENCE,       12 %
          HRM-DISSOCIATION,    0.3 %
          HRM-BP-YALE,         12.5 %
          HRM-BLADDER-USERS,   26.6 %
          COV-LOSS,            1 d
          COV-LOSS-FORM,       45 d
          COV-REMS,            7 d
          DSC-ALDRETE,         below 9
          DSC-PADSS,           below 9
          """)
  void asTheTablesHaveThem(String id, String words) {
    assertThat(values(id).setting("number").words()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # threshold, limits
          THR-LABEL,   'above 140 mmHg; above 90 mmHg'
          THR-TRIAL,   'above 160 mmHg; above 100 mmHg'
          THR-CLINIC,  'above 180 mmHg; above 110 mmHg; above 120 per minute'
          """)
  void thresholdsOfOthers(String id, String limits) {
    assertThat(
            values(id).groups("limits").stream().map(item -> item.amount("limit").words()).toList())
        .isEqualTo(List.of(limits.split("; ")));
  }

  /// 15 min in the first hour, 30 min in the next two, then hourly.
  @Test
  void theScheduleOfAnInpatientWard() {
    assertThat(
            values("OBS-RCHT").groups("steps").stream()
                .map(item -> item.amount("every").words())
                .toList())
        .isEqualTo(List.of("15 min", "30 min", "1 h"));
  }

  /// Doses of premedication that were read stand in force; those that were remembered are off.
  @Test
  void noRememberedDoseOfARescueMedicineIsInForce() {
    for (var entry : BASE.ofKind("medicine-set")) {
      for (var medicine : entry.periods().getLast().values().groups("medicines")) {
        medicine
            .findSetting("dose")
            .ifPresent(dose -> {
              if (dose.evidence().stream().allMatch(Evidence::unverified)) {
                assertThat(dose.use()).as(entry.id()).isEqualTo(Use.OFF);
              } else {
                assertThat(dose.inForce()).as(entry.id()).isTrue();
              }
            });
      }
    }
    assertThat(values("ADJ-PRE-01").groups("medicines"))
        .extracting(item -> item.amount("dose").words())
        .containsExactly("0.1 mg", "2 mg");
  }
}
