package org.nepenthe.pharmacology;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.nepenthe.pharmacology.model.Absorption;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.network.Inlet;
import org.nepenthe.pharmacology.regimen.Administration;
import org.nepenthe.pharmacology.regimen.Regimen;

/// What a regimen is for one person's compartments: amounts that arrive at once, and constant rates
/// that start and end, each into one state.
///
/// @param shots in order of time
record Intake(List<Shot> shots, List<Rate> rates) {

  /// @param state index in the network
  record Shot(double atMinute, int state, double milligrams) {}

  /// @param perMinute mg/min
  record Rate(double fromMinute, double untilMinute, int state, double perMinute) {}

  /// @param values the person's parameters by name
  static Intake of(PkModel model, ToDoubleFunction<String> values, Regimen regimen) {
    var shots = new ArrayList<Shot>();
    var rates = new ArrayList<Rate>();
    for (var bolus : regimen.boluses()) {
      shots.add(new Shot(bolus.atMinute(), 0, bolus.dose().asDouble()));
    }
    for (var rate : regimen.rates()) {
      rates.add(new Rate(rate.fromMinute(), rate.untilMinute(), 0, rate.milligramsPerMinute()));
    }
    for (var given : regimen.administrations()) {
      var absorption =
          model
              .absorption(given.route())
              .orElseThrow(() ->
                  new IllegalArgumentException(
                      model.id() + " says nothing of " + given.route().plainWords() + " doses"));
      for (var inlet : absorption.inlets()) {
        enter(model, values, absorption, inlet, given, shots, rates);
      }
    }
    shots.sort(java.util.Comparator.comparingDouble(Shot::atMinute));
    return new Intake(List.copyOf(shots), List.copyOf(rates));
  }

  private static void enter(
      PkModel model,
      ToDoubleFunction<String> values,
      Absorption absorption,
      Inlet inlet,
      Administration given,
      List<Shot> shots,
      List<Rate> rates) {
    double amount = given.dose().asDouble();
    for (var portion : inlet.portions()) {
      double fraction =
          values.applyAsDouble(portion.parameter())
              * absorption.factorOn(portion.parameter(), given.dose(), values);
      amount *= portion.rest() ? 1 - fraction : fraction;
    }
    int state = model.network().index(inlet.into());
    double start = given.atMinute();
    if (inlet.over().isEmpty()) {
      shots.add(new Shot(start, state, amount));
    } else {
      double duration = values.applyAsDouble(inlet.over().get());
      rates.add(new Rate(start, start + duration, state, amount / duration));
    }
  }

  /// Every minute at which something arrives, starts or ends, ascending.
  TreeSet<Double> breaks() {
    var breaks = new TreeSet<Double>();
    shots.forEach(shot -> breaks.add(shot.atMinute()));
    rates.forEach(rate -> {
      breaks.add(rate.fromMinute());
      breaks.add(rate.untilMinute());
    });
    return breaks;
  }

  /// The states that ever have a rate.
  int[] ratedStates() {
    return rates.stream().mapToInt(Rate::state).distinct().sorted().toArray();
  }

  /// The rates from a minute on until the next break, into each of the states named.
  double[] ratesAt(double minute, int[] states) {
    var sums = new double[states.length];
    for (var rate : rates) {
      if (rate.fromMinute() <= minute && minute < rate.untilMinute()) {
        sums[java.util.Arrays.binarySearch(states, rate.state())] += rate.perMinute();
      }
    }
    return sums;
  }
}
