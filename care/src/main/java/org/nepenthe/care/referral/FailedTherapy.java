package org.nepenthe.care.referral;

/// A therapy that was tried for this pain and did not help enough.
///
/// @param what the medicine or procedure, with its dose where it has one
/// @param howLong in the referrer's own words; may be empty
public record FailedTherapy(TherapyKind kind, String what, String howLong, WhyStopped whyStopped) {
  /// `gabapentin 1800 mg, three months (adverse effects)`
  public String sentence() {
    return what + (howLong.isBlank() ? "" : ", " + howLong) + " (" + whyStopped.words() + ")";
  }
}
