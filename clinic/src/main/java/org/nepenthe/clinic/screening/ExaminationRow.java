package org.nepenthe.clinic.screening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.screening.examination.Examination;
import org.nepenthe.knowledge.KnowledgeBase;

/// Something to examine, score or look up, and what the rule on it says today.
///
/// @param observed what the rule found
/// @param due whether it is due before the first infusion
public record ExaminationRow(String id, String title, String observed, boolean due) {

  static List<ExaminationRow> of(
      List<Examination> examinations, Standing standing, KnowledgeBase knowledge, LocalDate day) {
    var rows = new ArrayList<ExaminationRow>();
    var due =
        standing.today().outcome().testsDue().stream().map(test -> test.rule().value()).toList();
    for (var examination : examinations) {
      for (var reason : standing.today().reasons()) {
        boolean isAbout =
            knowledge
                .find(reason.rule().value())
                .flatMap(entry -> entry.on(day))
                .filter(values -> values.references("examination").contains(examination.id()))
                .isPresent();
        if (isAbout) {
          rows.add(
              new ExaminationRow(
                  examination.id(),
                  examination.title(),
                  words(reason.verdict()),
                  due.contains(reason.rule().value())));
        }
      }
    }
    return rows;
  }

  private static String words(Verdict verdict) {
    return verdict instanceof Verdict.Unknown
        ? "Not known: " + verdict.observed()
        : verdict.observed();
  }
}
