package org.nepenthe.care.decision;

import java.util.List;
import org.nepenthe.evidence.Evidence;

/// One rule's part in a decision: what it asks, what was found, against which limit, from which
/// sources. It carries its sources with it, so that a stored decision can be read as it was made.
///
/// @param limit the limit or condition in words made from the knowledge in force, never typed twice
public record Reason(
    RuleId rule, String title, Verdict verdict, String limit, List<Evidence> evidence) {
  public Reason {
    evidence = List.copyOf(evidence);
  }
}
