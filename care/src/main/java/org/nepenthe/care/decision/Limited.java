package org.nepenthe.care.decision;

import java.util.ArrayList;
import java.util.List;

/// What was asked, what is allowed, and every cap that bit. Nothing is ever clipped in silence.
public record Limited<T extends Comparable<? super T>>(T asked, T allowed, List<Cap<T>> caps) {
  public Limited {
    caps = List.copyOf(caps);
  }

  /// A limit that bit.
  ///
  /// @param hardness whether the one law for overrides lets anybody exceed it
  public record Cap<T>(RuleId rule, String reason, T limit, Hardness hardness) {}

  /// Whether a cap can be exceeded.
  public enum Hardness {
    /// Nobody exceeds it.
    HARD,
    /// The prescriber may, with a coded reason and a second authorised clinician.
    SOFT
  }

  public static <T extends Comparable<? super T>> Limited<T> unlimited(T asked) {
    return new Limited<>(asked, asked, List.of());
  }

  public Limited<T> atMost(T limit, RuleId rule, String reason, Hardness hardness) {
    if (asked.compareTo(limit) <= 0) {
      return this;
    }
    var all = new ArrayList<>(caps);
    all.add(new Cap<>(rule, reason, limit, hardness));
    return new Limited<>(asked, allowed.compareTo(limit) <= 0 ? allowed : limit, all);
  }

  public boolean limited() {
    return !caps.isEmpty();
  }

  /// True where at least one cap that bit can be exceeded by nobody.
  public boolean hardLimited() {
    return caps.stream().anyMatch(cap -> cap.hardness() == Hardness.HARD);
  }
}
