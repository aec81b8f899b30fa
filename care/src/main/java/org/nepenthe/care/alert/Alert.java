package org.nepenthe.care.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.infusion.InfusionEvent.AlertAcknowledged;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.evidence.Evidence;

/// One call for attention, from when its condition arose until it is over and, if it is a high one,
/// somebody has acknowledged it.
///
/// @param technical true where it is about the system or a missing value, not about the patient
/// @param text made from the knowledge in force
/// @param observed the value that counts, as it is written; empty where there is none
/// @param since when the condition arose
/// @param active false where the condition is over and only the acknowledgement is owed
public record Alert(
    RuleId rule,
    Priority priority,
    Step step,
    boolean technical,
    String text,
    Optional<Parameter> parameter,
    String observed,
    Optional<Instant> observedAt,
    Instant since,
    boolean active,
    Optional<AlertAcknowledged> acknowledged,
    List<Evidence> evidence) {
  public Alert {
    evidence = List.copyOf(evidence);
  }

  /// The same alert keeps its name however often it is computed. One that grew more urgent is
  /// another: who acknowledged the low call has not acknowledged the high one.
  public String id() {
    return id(rule, since, priority);
  }

  static String id(RuleId rule, Instant since, Priority priority) {
    return rule.value() + "@" + since + "/" + priority.words();
  }

  /// The same alert with its condition over.
  Alert ended() {
    return new Alert(
        rule,
        priority,
        step,
        technical,
        text,
        parameter,
        observed,
        observedAt,
        since,
        false,
        acknowledged,
        evidence);
  }

  /// Whether it still has to be shown: a high alert stays until it is over and acknowledged.
  boolean shown() {
    return active || (priority == Priority.HIGH && acknowledged.isEmpty());
  }
}
