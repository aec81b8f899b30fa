package org.nepenthe.care.decision;

import java.util.UUID;

/// One administration within a course. Opaque: it carries no fact about the person.
public record InfusionId(UUID value) {
  public static InfusionId of(String value) {
    return new InfusionId(UUID.fromString(value));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
