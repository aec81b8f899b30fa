package org.nepenthe.care.surveillance;

import java.time.Instant;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;

/// One of the checks that repeated ketamine asks for was made.
///
/// @param check its id in the knowledge base
/// @param at when it was made, which may be before it was recorded
public record CheckDone(String check, Finding finding, String note, Instant at, Actor by)
    implements CareEvent {
  /// What came of it.
  public enum Finding {
    UNREMARKABLE("unremarkable"),
    ABNORMAL("abnormal"),
    /// Ordered or asked, and the answer is not there yet.
    WAITING("no result yet");

    private final String words;

    Finding(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
