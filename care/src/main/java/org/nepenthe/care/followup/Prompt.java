package org.nepenthe.care.followup;

import org.nepenthe.care.decision.RuleId;

/// Something the knowledge asks the physician to weigh. It decides nothing, and none of them asks
/// for a higher dose.
///
/// @param rule where it comes from
public record Prompt(RuleId rule, Kind kind, String words) {
  /// What it asks for.
  public enum Kind {
    STOP("Stop"),
    SETTLE_FIRST("Settle first"),
    FIND_OUT("Find out first"),
    WATCH("Watch");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
