package org.nepenthe.care.referral;

import java.time.Instant;
import java.util.List;
import org.nepenthe.care.decision.Actor;

/// The request for treatment.
///
/// @param painInWords the referrer's own description of the pain
/// @param painMonths how long the pain has lasted, in whole months
/// @param receivedAt when the request reached the clinic
/// @param enteredBy who wrote it down here
public record Referral(
    Referrer referrer,
    PainDiagnosis diagnosis,
    String painInWords,
    int painMonths,
    List<FailedTherapy> failedTherapies,
    List<CoTherapy> coTherapies,
    Instant receivedAt,
    Actor enteredBy) {
  public Referral {
    failedTherapies = List.copyOf(failedTherapies);
    coTherapies = List.copyOf(coTherapies);
    if (painMonths < 0) {
      throw new IllegalArgumentException("duration of pain " + painMonths + " mo is negative");
    }
  }
}
