package org.nepenthe.care.decision;

import java.util.List;
import org.nepenthe.evidence.Evidence;

/// One rule's part in a decision: what it asks, what was found, against which limit, from which
/// sources. It carries its sources with it, so that a stored decision can be read as it was made.
///
/// @param limit the limit or condition in words made from the knowledge in force, never typed twice
/// @param against what other sources say against it, to be shown beside
public record Reason(
    RuleId rule,
    String title,
    Verdict verdict,
    String limit,
    List<Evidence> evidence,
    List<Evidence> against) {
  public Reason {
    evidence = List.copyOf(evidence);
    against = List.copyOf(against);
  }

  /// A reason that nothing we know speaks against.
  public Reason(RuleId rule, String title, Verdict verdict, String limit, List<Evidence> evidence) {
    this(rule, title, verdict, limit, evidence, List.of());
  }
}
