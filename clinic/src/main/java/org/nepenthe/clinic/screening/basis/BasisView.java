package org.nepenthe.clinic.screening.basis;

import java.time.Instant;
import java.util.List;
import org.nepenthe.care.decision.Age;
import org.nepenthe.care.decision.DecisionRecord;
import org.nepenthe.care.decision.Input;
import org.nepenthe.care.decision.Input.Dated;
import org.nepenthe.care.decision.RuleId;

/// The facts of one decision as the page shows them, each as old as it was when it was decided.
///
/// @param read those which at least one rule looked at
/// @param beside those which no rule looks at, and those nobody mapped
/// @param inWords facts of which an older record kept nothing but the words
public record BasisView(List<Row> read, List<Row> beside, List<String> inWords, Instant decidedAt) {
  public BasisView {
    read = List.copyOf(read);
    beside = List.copyOf(beside);
    inWords = List.copyOf(inWords);
  }

  /// One fact.
  public record Row(Dated fact, Instant decidedAt) {
    /// `5 weeks`; where the source does not say when it was true, that.
    public String age() {
      return fact.ageAt(decidedAt).map(Age::words).orElse("date not stated");
    }
  }

  public static BasisView of(DecisionRecord<?> decision) {
    var at = decision.decidedAt();
    var dated =
        decision.inputs().stream()
            .filter(Dated.class::isInstance)
            .map(input -> new Row((Dated) input, at))
            .toList();
    return new BasisView(
        dated.stream().filter(row -> !row.fact().readBy().isEmpty()).toList(),
        dated.stream().filter(row -> row.fact().readBy().isEmpty()).toList(),
        decision.inputs().stream()
            .filter(Input.InWords.class::isInstance)
            .map(Input::words)
            .toList(),
        at);
  }

  /// What one rule looked at.
  public List<Row> of(RuleId rule) {
    return read.stream().filter(row -> row.fact().readBy().contains(rule)).toList();
  }

  public int size() {
    return read.size() + beside.size() + inWords.size();
  }

  public long unmapped() {
    return beside.stream().filter(row -> !row.fact().mapped()).count();
  }
}
