package org.nepenthe.clinic.followup;

import java.util.Locale;

/// What can be told of how a patient fares: one form each on the page of the look back.
enum Telling {
  SCORES("The scores are recorded."),
  MOOD("The answers are recorded."),
  SAFETY("What was done is recorded."),
  RELIEF("What the patient says of the relief is recorded."),
  HARM("The adverse event is recorded."),
  CHECK("The check is recorded."),
  STRIKE("The entry is struck. It stays readable.");

  private final String done;

  Telling(String done) {
    this.done = done;
  }

  /// The form's name on the page, and the last part of the address it is sent to.
  String form() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What is said once it is recorded.
  String done() {
    return done;
  }

  /// @throws IllegalArgumentException if no form has this name
  static Telling of(String form) {
    return valueOf(form.toUpperCase(Locale.ROOT));
  }
}
