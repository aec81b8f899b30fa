package org.nepenthe.clinic.record;

import org.nepenthe.care.decision.CourseId;
import org.nepenthe.care.decision.InfusionId;

/// The name of one stream of events: `course:…` or `infusion:…` with the id of what it is about.
public record StreamId(String value) {
  public static StreamId of(CourseId course) {
    return new StreamId("course:" + course);
  }

  public static StreamId of(InfusionId infusion) {
    return new StreamId("infusion:" + infusion);
  }

  /// What the stream is about: `course` or `infusion`.
  public String kind() {
    return value.substring(0, value.indexOf(':'));
  }

  /// The id without its kind.
  public String id() {
    return value.substring(value.indexOf(':') + 1);
  }

  @Override
  public String toString() {
    return value;
  }
}
