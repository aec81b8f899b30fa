package org.nepenthe.care.surveillance;

import java.time.Instant;
import java.util.Optional;
import org.nepenthe.care.surveillance.CheckDone.Finding;

/// Where one check stands.
///
/// @param last the newest time it was made, as far as anybody knows here
public record CheckDue(Check check, State state, Optional<Last> last) {
  /// Whether somebody has to do something.
  public enum State {
    /// Due before the next infusion.
    DUE("due"),
    /// Made, and its result is not there.
    WAITING("result awaited"),
    /// Made, and something was wrong.
    ABNORMAL("abnormal: settle it first"),
    DONE("done"),
    /// Made at some time; only the site can say whether that is recent enough.
    SITE_SETS("the site sets how often");

    private final String words;

    State(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /// The newest time a check was made.
  ///
  /// @param finding empty where only a measurement on the chart says that it was made
  public record Last(Instant at, Optional<Finding> finding, String source, String note) {}
}
