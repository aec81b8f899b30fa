package org.nepenthe.clinic.referral;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.chart.Chart;
import org.nepenthe.care.chart.Concepts;
import org.nepenthe.care.chart.Condition;
import org.nepenthe.care.referral.PainDiagnosis;
import org.nepenthe.knowledge.KnowledgeBase;

/// One kind of pain to choose, with what the guideline says of ketamine in it.
///
/// @param indication id of the knowledge entry
/// @param grade "grade B" or "no grade"
/// @param statement what the guideline says, in a sentence
/// @param onChart what the chart lists of it; empty where it lists nothing, which says nothing
public record IndicationChoice(
    String indication, String title, String grade, String statement, List<String> onChart) {

  /// All kinds, as the knowledge states them on a day.
  static List<IndicationChoice> all(KnowledgeBase knowledge, LocalDate day, Chart chart) {
    var concepts = Concepts.of(knowledge, day);
    return Arrays.stream(PainDiagnosis.values())
        .flatMap(diagnosis -> of(diagnosis, knowledge, day, chart, concepts).stream())
        .toList();
  }

  static Optional<IndicationChoice> of(
      PainDiagnosis diagnosis,
      KnowledgeBase knowledge,
      LocalDate day,
      Chart chart,
      Concepts concepts) {
    var entry = knowledge.entry(diagnosis.indication());
    return entry
        .on(day)
        .map(values ->
            new IndicationChoice(
                entry.id(),
                entry.title(),
                grade(values.choice("grade")),
                values.text("statement"),
                listed(chart, concepts, values.references("stated-by"))));
  }

  private static String grade(String grade) {
    return grade.equals("none") ? "no grade" : "grade " + grade;
  }

  private static List<String> listed(Chart chart, Concepts concepts, List<String> statedBy) {
    return chart.conditions().stream()
        .filter(condition -> condition.status() != Condition.Status.INACTIVE)
        .filter(condition -> concepts.isOneOf(condition.code(), statedBy))
        .map(condition -> condition.code().display())
        .distinct()
        .toList();
  }
}
