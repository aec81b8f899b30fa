package org.nepenthe.clinic.platform.web;

import java.util.Locale;

/// One step of a course on the steps bar: referral, screening, consent, plan, approval, infusion,
/// recovery, follow-up, decision.
///
/// @param path where it is done or looked at; empty where it cannot be opened yet
/// @param note two or three words under the name: "12-Nov-2026", "waits for approval"
/// @param shown true for the step whose page this is
public record JourneyStep(String name, String path, State state, String note, boolean shown) {
  /// How far a step has come.
  public enum State {
    DONE,
    CURRENT,
    AHEAD,
    BLOCKED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
