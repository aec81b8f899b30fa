package org.nepenthe.care.planning.titration;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.WeightNormalisedDose;

/// The last infusion as titration sees it.
///
/// @param number which infusion of the course it was; the same as how many were given
/// @param dose what was ordered for each kilogram
/// @param minutes how long it was to run
/// @param dosedOn the weight it was computed from
/// @param actual the patient's actual weight
/// @param observed every value seen since its start, by the parameter's id, for example `systolic`
/// @param events what went wrong, during it and after
/// @param stoppedEarly why it was stopped before the ordered dose was given, where it was
/// @param painFall fall of the pain since before the first infusion, in percent
/// @param functionFall fall of the PEG since before the first infusion, in percent
public record LastInfusion(
    int number,
    WeightNormalisedDose dose,
    BigDecimal minutes,
    BodyWeight dosedOn,
    BodyWeight actual,
    Map<String, List<BigDecimal>> observed,
    List<Unwanted> events,
    Optional<String> stoppedEarly,
    Optional<BigDecimal> painFall,
    Optional<BigDecimal> functionFall) {
  public LastInfusion {
    observed = Map.copyOf(observed);
    events = List.copyOf(events);
  }

  /// Something unwanted that happened.
  public record Unwanted(String what, Grade grade) {}

  /// How bad it was, mildest first.
  public enum Grade {
    MILD("mild"),
    MODERATE("moderate"),
    SEVERE("severe"),
    LIFE_THREATENING("life-threatening");

    private final String words;

    Grade(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
