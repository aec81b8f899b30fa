package org.nepenthe.care.decision;

import java.util.UUID;

/// One course of treatment of one patient, from referral to the decision to go on or stop. Opaque:
/// it carries no fact about the person.
public record CourseId(UUID value) {
  public static CourseId of(String value) {
    return new CourseId(UUID.fromString(value));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
