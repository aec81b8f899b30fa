package org.nepenthe.pharmacology.spoken;

import java.math.BigDecimal;
import java.util.Optional;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.pharmacology.regimen.Route;
import org.nepenthe.quantity.BodyWeight;

/// One line of a regimen as people write it: when, a colon, and what.
///
/// ```
/// 0 min: 10 mg                     at once
/// 0-40 min: 30 mg/h                at that rate
/// 0-40 min: 5 mcg/kg/min           for each kg
/// 0 min: 0.5 mg/kg over 40 min     spread evenly
/// 1 h: 30 mg/h for 90 min
/// 0 min: 56 mg intranasal          by that route: iv, im, sc, intranasal, sublingual, oral
/// ```
///
/// What could be meant in two ways is refused: a rate without an end, an amount beside a stretch of
/// time without "over", a unit left out. A dose that looks tenfold too large is not: that is the
/// caller's to judge.
public sealed interface SpokenDose {

  /// Given at one minute.
  ///
  /// @param route empty where none was said
  record AtOnce(double minute, SpokenQuantity amount, Optional<Route> route)
      implements SpokenDose {}

  /// An amount spread evenly.
  record Spread(double from, double until, SpokenQuantity amount) implements SpokenDose {}

  /// A rate that runs.
  record Running(double from, double until, SpokenQuantity rate) implements SpokenDose {}

  /// @throws Unclear in words that say how to say it
  static SpokenDose parse(String line) {
    return SpokenLine.of(line).dose();
  }

  /// How much, or how fast.
  default SpokenQuantity quantity() {
    return switch (this) {
      case AtOnce atOnce -> atOnce.amount();
      case Spread spread -> spread.amount();
      case Running running -> running.rate();
    };
  }

  /// The regimen with this dose in it.
  ///
  /// @param unlessSaid the route of a dose that does not say its own
  /// @throws IllegalArgumentException if it overlaps a rate that is in it already, or is a rate by
  ///     another route than into a vein
  default Regimen addedTo(Regimen regimen, BodyWeight weight, Route unlessSaid) {
    var moiety = regimen.moiety();
    if (!(this instanceof AtOnce) && unlessSaid != Route.INTRAVENOUS) {
      throw new Unclear(
          "a rate runs into a vein; a dose that is "
              + unlessSaid.plainWords()
              + " is given at once");
    }
    return switch (this) {
      case AtOnce(double minute, var amount, var route) ->
          regimen.plusDose(minute, route.orElse(unlessSaid), amount.dose(weight, moiety));
      case Spread(double from, double until, var amount) -> {
        var duration = BigDecimal.valueOf(until).subtract(BigDecimal.valueOf(from));
        yield regimen.plusRate(from, until, amount.dose(weight, moiety).over(duration));
      }
      case Running(double from, double until, var rate) ->
          regimen.plusRate(from, until, rate.rate(weight, moiety));
    };
  }
}
