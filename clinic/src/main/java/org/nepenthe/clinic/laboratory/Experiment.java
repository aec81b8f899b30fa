package org.nepenthe.clinic.laboratory;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.nepenthe.pharmacology.effect.Endpoint;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.regimen.Administration;
import org.nepenthe.pharmacology.regimen.Bolus;
import org.nepenthe.pharmacology.regimen.RateSegment;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.quantity.Dose;

/// One question to the models: who, what, which, how long.
///
/// @param words the regimen in the library's words, for the command line and the printed page
/// @param endpoint whose effect site is shown; empty for each model's own
/// @param until minutes that are shown
public record Experiment(
    Covariates person,
    Regimen regimen,
    List<String> words,
    List<PkModel> models,
    Optional<Endpoint> endpoint,
    double until) {
  private static final double LATEST = 1e7;
  private static final int STEPS = 360;
  private static final double AFTERWARDS = 180;
  private static final double[] GRIDS = {
    0.25, 0.5, 1, 2, 5, 10, 15, 20, 30, 60, 120, 240, 360, 720, 1440
  };

  /// Where the last dose ends, in minutes.
  static double end(Regimen regimen) {
    double end = 0;
    for (var bolus : regimen.boluses()) {
      end = Math.max(end, bolus.atMinute());
    }
    for (var rate : regimen.rates()) {
      end = Math.max(end, rate.untilMinute());
    }
    for (var dose : regimen.administrations()) {
      end = Math.max(end, dose.atMinute());
    }
    return end;
  }

  double end() {
    return end(regimen);
  }

  /// All drug given, by every route.
  Dose total() {
    return Dose.ofMilligrams(regimen.milligramsBefore(LATEST), regimen.moiety());
  }

  /// How much to show where nobody said: the doses and a good while after them.
  static double whole(Regimen regimen) {
    double end = end(regimen);
    return Math.max(60, Math.ceil((end + Math.max(AFTERWARDS, end / 4)) / 60) * 60);
  }

  /// Even steps, and every minute at which something begins or ends.
  List<Double> minutes() {
    double step = 1440;
    for (double grid : GRIDS) {
      if (until / grid <= STEPS) {
        step = grid;
        break;
      }
    }
    var minutes = new TreeSet<Double>();
    for (int i = 0; i * step <= until + 1e-9; i++) {
      minutes.add(i * step);
    }
    regimen.boluses().stream().map(Bolus::atMinute).forEach(minutes::add);
    regimen.rates().stream().map(RateSegment::fromMinute).forEach(minutes::add);
    regimen.rates().stream().map(RateSegment::untilMinute).forEach(minutes::add);
    regimen.administrations().stream().map(Administration::atMinute).forEach(minutes::add);
    minutes.add(end() + Disagreement.LATER);
    return minutes.stream().filter(minute -> minute <= until).toList();
  }
}
