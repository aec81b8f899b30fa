package org.nepenthe.care.planning.series;

/// Something that stands against a day.
///
/// @param number the infusion it is about
/// @param blocks true where it cannot be planned like that; else it is shown and the planner
///     decides
/// @param rule the entry of the knowledge it comes from
public record Conflict(int number, Kind kind, boolean blocks, String words, String rule) {
  /// What kind of thing.
  public enum Kind {
    CHAIR_TAKEN,
    PATIENT_TWICE,
    NO_SUCH_CHAIR,
    STAFF,
    IN_THE_PAST,
    ONE_INFUSION_ONLY,
    MORE_THAN_THE_SOURCE,
    CLOSER_THAN_THE_SOURCE,
    TOTAL
  }
}
