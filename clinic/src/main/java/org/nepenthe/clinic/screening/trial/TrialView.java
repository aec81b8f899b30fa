package org.nepenthe.clinic.screening.trial;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nepenthe.care.decision.Reason;
import org.nepenthe.care.referral.TherapyKind;
import org.nepenthe.care.screening.interview.TrialJudged.Judgement;
import org.nepenthe.care.screening.trial.Trial;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.knowledge.KnowledgeBase;

/// @param firstLine the kinds of which the rule asks whether they were tried well enough
/// @param beside other kinds which the chart shows; nothing is asked of them
/// @param adequacy what the knowledge says of an adequate trial; empty where it says nothing
/// @param rule the rule as it comes out now
public record TrialView(
    Course course,
    List<Trial> firstLine,
    List<Trial> beside,
    String adequacy,
    Reason rule,
    Form form,
    boolean mayJudge) {
  static final String RULE = "SCR-TRI-01";

  public TrialView {
    firstLine = List.copyOf(firstLine);
    beside = List.copyOf(beside);
  }

  static boolean asksFor(TherapyKind kind, KnowledgeBase knowledge, LocalDate day) {
    return knowledge
        .entry(RULE)
        .on(day)
        .filter(values -> values.texts("first-line").contains(kind.words()))
        .isPresent();
  }

  static String adequacy(KnowledgeBase knowledge, LocalDate day) {
    return knowledge.entry(RULE).on(day).flatMap(values -> values.findText("adequacy")).orElse("");
  }

  public Map<String, String> judgements() {
    var options = new LinkedHashMap<String, String>();
    for (var judgement : Judgement.values()) {
      options.put(judgement.name(), judgement.words());
    }
    return options;
  }
}
