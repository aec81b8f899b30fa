package org.nepenthe.clinic.policy;

import java.util.List;
import java.util.Optional;
import org.nepenthe.knowledge.Differences;
import org.nepenthe.knowledge.KnowledgeSnapshot;
import org.nepenthe.knowledge.Loosened;
import org.nepenthe.knowledge.PolicyFault;

/// A policy as somebody wrote it, and what it would come to.
///
/// @param faults everything that is wrong with it
/// @param effect empty where anything is wrong
public record CheckedPolicy(String text, List<PolicyFault> faults, Optional<Effect> effect) {
  public CheckedPolicy {
    faults = List.copyOf(faults);
  }

  /// What would change against the knowledge in use.
  ///
  /// @param loosened what would be less careful than today, though never less than what is shipped
  public record Effect(
      KnowledgeSnapshot narrowed, Differences differences, List<Loosened> loosened) {
    public Effect {
      loosened = List.copyOf(loosened);
    }
  }
}
