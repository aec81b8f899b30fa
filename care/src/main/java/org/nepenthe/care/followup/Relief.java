package org.nepenthe.care.followup;

import java.time.LocalDate;

/// What the patient says of the relief after an infusion.
public sealed interface Relief {
  record NoRelief() implements Relief {}

  record StillLasting() implements Relief {}

  record Ended(LocalDate on) implements Relief {}

  /// Asked, and the patient cannot say.
  record CannotSay() implements Relief {}
}
