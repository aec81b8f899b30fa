package org.nepenthe.care.screening.trial;

import org.nepenthe.care.referral.FailedTherapy;

/// What a row of the referral tells of a trial by itself. Whether dose and length were enough it
/// never tells: they stand in the referrer's own words, which nobody reads numbers out of.
public enum Told {
  STOPPED_FOR_SIDE_EFFECTS("stopped for side effects"),
  CANNOT_BE_GIVEN("became contraindicated"),
  CANNOT_BE_TOLD("whether it was enough cannot be told");

  private final String words;

  Told(String words) {
    this.words = words;
  }

  public static Told by(FailedTherapy therapy) {
    return switch (therapy.whyStopped()) {
      case ADVERSE_EFFECTS -> STOPPED_FOR_SIDE_EFFECTS;
      case CONTRAINDICATED -> CANNOT_BE_GIVEN;
      case NO_BENEFIT, TOO_LITTLE_BENEFIT, PATIENT_CHOICE, NOT_STATED -> CANNOT_BE_TOLD;
    };
  }

  public String words() {
    return words;
  }
}
