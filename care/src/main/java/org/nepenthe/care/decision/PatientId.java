package org.nepenthe.care.decision;

import java.util.UUID;

/// One person under the clinic's care. Opaque: it carries no fact about the person.
public record PatientId(UUID value) {
  public static PatientId of(String value) {
    return new PatientId(UUID.fromString(value));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
