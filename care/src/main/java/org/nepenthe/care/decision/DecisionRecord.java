package org.nepenthe.care.decision;

import java.time.Instant;
import java.util.List;

/// A decision as it was made: outcome, every reason, what it was made from and with, and when.
///
/// @param inputs the facts that went in, each in words, so that it can be read without the system
public record DecisionRecord<T>(
    T outcome,
    List<Reason> reasons,
    List<Input> inputs,
    KnowledgeVersion knowledge,
    String softwareVersion,
    Instant decidedAt) {
  public DecisionRecord {
    reasons = List.copyOf(reasons);
    inputs = List.copyOf(inputs);
  }
}
