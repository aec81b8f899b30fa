package org.nepenthe.care.planning.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;

/// What was given in one infusion before.
///
/// @param dose with every stretch in which the pump's state was unknown counted in full
/// @param thisCourse whether it belongs to the course that is planned
public record EarlierDose(Dose dose, Instant at, boolean thisCourse) {

  /// The sum of one moiety in the span before a moment, both ends included; the other moiety is
  /// never added.
  public static Dose within(
      List<EarlierDose> earlier, Moiety moiety, Duration before, Instant moment) {
    return earlier.stream()
        .filter(given -> !given.at().isBefore(moment.minus(before)))
        .map(EarlierDose::dose)
        .filter(dose -> dose.moiety() == moiety)
        .reduce(Dose.none(moiety), Dose::plus);
  }

  /// The sum of one moiety in this course.
  public static Dose inCourse(List<EarlierDose> earlier, Moiety moiety) {
    return earlier.stream()
        .filter(EarlierDose::thisCourse)
        .map(EarlierDose::dose)
        .filter(dose -> dose.moiety() == moiety)
        .reduce(Dose.none(moiety), Dose::plus);
  }
}
