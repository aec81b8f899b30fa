package org.nepenthe.care.screening.rules;

import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.Reason;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.knowledge.Entry;
import org.nepenthe.knowledge.Use;
import org.nepenthe.knowledge.Values;

/// What every rule takes from its entry.
record RuleText(Entry entry, Values values) {
  RuleId id() {
    return RuleId.of(entry.id());
  }

  Assessed found(
      Bearing bearing, Verdict verdict, String limit, List<Settling> settledBy, String question) {
    return found(bearing, verdict, limit, settledBy, Optional.of(question));
  }

  Assessed found(Bearing bearing, Verdict verdict, String limit, List<Settling> settledBy) {
    return found(bearing, verdict, limit, settledBy, Optional.empty());
  }

  private Assessed found(
      Bearing bearing,
      Verdict verdict,
      String limit,
      List<Settling> settledBy,
      Optional<String> question) {
    var remark = values.use() == Use.IN_FORCE ? "" : " (" + values.use().words() + ")";
    return new Assessed(
        new Reason(
            id(), entry.title(), verdict, limit + remark, values.evidence(), values.against()),
        bearing,
        values.text("action"),
        settledBy,
        question,
        restriction());
  }

  Bearing bearing() {
    return values.choice("bearing", Bearing.class);
  }

  private Optional<Restriction> restriction() {
    return values
        .findChoice("override-restriction")
        .map(_ -> values.choice("override-restriction", Restriction.class));
  }
}
