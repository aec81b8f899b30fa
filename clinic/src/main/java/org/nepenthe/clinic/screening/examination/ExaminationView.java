package org.nepenthe.clinic.screening.examination;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.care.chart.Identity.Sex;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.screening.examination.Examination;
import org.nepenthe.care.screening.examination.Examined;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.platform.form.Form;

/// The form of one examination, with what was written down before.
///
/// @param latest the newest that was written down
/// @param mayRecord whether the person who looks may write one down
public record ExaminationView(
    Course course,
    Examination examination,
    Sex sex,
    Optional<Examined> latest,
    Form form,
    boolean mayRecord) {

  /// The lines under the headings of their groups.
  public Map<String, List<Examination.Line>> groups() {
    var groups = new LinkedHashMap<String, List<Examination.Line>>();
    for (var line : examination.lines()) {
      groups.computeIfAbsent(line.group(), _ -> new java.util.ArrayList<>()).add(line);
    }
    return groups;
  }

  /// What the newest comes to, in words.
  public Optional<String> result() {
    return latest.map(one -> words(examination.result(one, sex)));
  }

  /// What criteria come to by the stricter rule that trials use.
  public Optional<String> forResearch() {
    return examination instanceof Examination.Criteria criteria
        ? latest.map(one -> words(criteria.forResearch(one)))
        : Optional.empty();
  }

  private String words(Verdict verdict) {
    var found =
        switch (verdict) {
          case Verdict.Met _ -> examination instanceof Examination.Criteria ? "Fulfilled: " : "";
          case Verdict.NotMet _ ->
              examination instanceof Examination.Criteria ? "Not fulfilled: " : "";
          case Verdict.Unknown _ -> "Not known: ";
        };
    return found + verdict.observed();
  }

  /// Whose words the items are, and who may use them.
  public Optional<String> licence() {
    return examination instanceof Examination.Scored scored
        ? Optional.of(
            scored.card().text().words()
                + "; "
                + scored.card().licence().words()
                + ". "
                + scored.card().licenceSays())
        : Optional.empty();
  }

  /// What is to be known about the instrument.
  public Optional<String> note() {
    return switch (examination) {
      case Examination.Scored scored -> scored.card().note();
      case Examination.LookUp lookUp -> Optional.of(lookUp.help());
      case Examination.Criteria _ -> Optional.empty();
    };
  }
}
