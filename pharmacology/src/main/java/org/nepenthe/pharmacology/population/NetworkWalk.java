package org.nepenthe.pharmacology.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nepenthe.pharmacology.PatientNetwork;
import org.nepenthe.pharmacology.model.Analyte;
import org.nepenthe.pharmacology.model.Measured;
import org.nepenthe.pharmacology.population.Timetable.Leg;
import org.nepenthe.pharmacology.population.people.VirtualPopulation;
import org.nepenthe.pharmacology.solver.Transitions;

/// Takes one person after another through a timetable with every compartment of the model.
///
/// What is given into a vein takes the short way: only the states that drug from the centre can
/// reach, one matrix exponential for each length of step, and no more than the rows' non-zero part
/// of it. Doses that are absorbed take the model's own route.
final class NetworkWalk {
  private final VirtualPopulation population;
  private final Dosing dosing;
  private final Timetable timetable;
  private final List<Analyte> analytes;

  NetworkWalk(VirtualPopulation population, Dosing dosing, Timetable timetable) {
    this.population = population;
    this.dosing = dosing;
    this.timetable = timetable;
    analytes = population.model().measured().stream().map(Measured::analyte).toList();
  }

  /// How many curves there are: one for each analyte in plasma, then the effect site's.
  int curves() {
    return analytes.size() + 1;
  }

  /// Writes a person's concentrations in ng/mL into a lane among several.
  ///
  /// @param into for each curve, the concentration of time `i` at `i * lanes + lane`
  void walk(long number, double[][] into, int lane, int lanes) {
    var person = population.person(number);
    var network =
        PatientNetwork.of(
            population.model(),
            population.covariates(person),
            Optional.of(population.effectSite()),
            person.eta());
    if (dosing.regimen().administrations().isEmpty()) {
      double scale =
          switch (dosing) {
            case Dosing.Same _ -> 1;
            case Dosing.PerKilogram _ -> person.weight().asDouble();
          };
      new Steps(network, scale, into, lane, lanes).walk();
    } else {
      absorbed(network, into, lane, lanes);
    }
  }

  private void absorbed(PatientNetwork network, double[][] into, int lane, int lanes) {
    var found = network.simulate(dosing.regimen(), timetable.minutes());
    for (int row = 0; row < timetable.minutes().size(); row++) {
      for (int curve = 0; curve < analytes.size(); curve++) {
        into[curve][row * lanes + lane] = found.of(analytes.get(curve)).get(row);
      }
      into[analytes.size()][row * lanes + lane] = found.parent().ce().get(row);
    }
  }

  /// One person on the short way.
  private final class Steps {
    private final double scale;
    private final double[][] into;
    private final int[] states;
    private final double[][] matrix;
    private final int[] watched;
    private final double[] factors;
    private final Transitions transitions;
    private double length;
    private double[][] keep = new double[0][];
    private double[] gain = new double[0];
    private int[] ends = new int[0];
    private double[] state;
    private double[] next;
    private int at;
    private final int lanes;

    Steps(PatientNetwork network, double scale, double[][] into, int lane, int lanes) {
      at = lane;
      this.lanes = lanes;
      this.scale = scale;
      this.into = into;
      var whole = network.matrix();
      states = reached(whole);
      int n = states.length;
      matrix = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          matrix[i][j] = whole[states[i]][states[j]];
        }
      }
      watched = new int[curves()];
      factors = new double[curves()];
      for (int curve = 0; curve < analytes.size(); curve++) {
        var measured = population.model().measured().get(curve);
        watched[curve] = place(population.model().network().index(measured.state()));
        factors[curve] = network.nanogramsPerMillilitre(analytes.get(curve));
      }
      watched[analytes.size()] = n - 1;
      factors[analytes.size()] = 1000;
      transitions = new Transitions(matrix, new int[] {0});
      state = new double[n];
      next = new double[n];
    }

    private int place(int whole) {
      for (int i = 0; i < states.length; i++) {
        if (states[i] == whole) {
          return i;
        }
      }
      throw new IllegalArgumentException(
          population.model().id() + " measures what a dose into a vein does not reach");
    }

    void walk() {
      for (var leg : timetable.legs()) {
        switch (leg) {
          case Leg.Steps(double minutes, int steps, double rate) -> {
            prepare(minutes);
            for (int i = 0; i < steps; i++) {
              step(rate * scale);
              show();
            }
          }
          case Leg.Jump(double minutes, double rate) -> {
            prepare(minutes);
            step(rate * scale);
          }
          case Leg.Give(double milligrams) -> state[0] += milligrams * scale;
          case Leg.Show _ -> show();
        }
      }
    }

    private void show() {
      for (int curve = 0; curve < watched.length; curve++) {
        into[curve][at] = state[watched[curve]] * factors[curve];
      }
      at += lanes;
    }

    /// The columns of a step's matrix are what it makes of one mg in each state.
    private void prepare(double minutes) {
      if (minutes == length) {
        return;
      }
      length = minutes;
      int n = states.length;
      keep = new double[n][n];
      ends = new int[n];
      var none = new double[1];
      for (int j = 0; j < n; j++) {
        var one = new double[n];
        one[j] = 1;
        var column = transitions.step(one, none, minutes);
        for (int i = 0; i < n; i++) {
          keep[i][j] = column[i];
          ends[i] = column[i] == 0 ? ends[i] : j + 1;
        }
      }
      gain = transitions.step(new double[n], new double[] {1}, minutes);
    }

    private void step(double rate) {
      for (int i = 0; i < next.length; i++) {
        next[i] = rate * gain[i] + product(keep[i], state, ends[i]);
      }
      var last = state;
      state = next;
      next = last;
    }

    private static double product(double[] row, double[] column, int end) {
      double sum = 0;
      double other = 0;
      int j = 0;
      for (; j + 1 < end; j += 2) {
        sum += row[j] * column[j];
        other += row[j + 1] * column[j + 1];
      }
      return j < end ? sum + other + row[j] * column[j] : sum + other;
    }
  }

  /// The states that what enters the first can reach, in their order; the effect site, which is the
  /// last, is one of them.
  private static int[] reached(double[][] matrix) {
    var seen = new boolean[matrix.length];
    var open = new ArrayList<Integer>(List.of(0));
    seen[0] = true;
    while (!open.isEmpty()) {
      int from = open.removeLast();
      for (int to = 0; to < matrix.length; to++) {
        if (!seen[to] && matrix[to][from] != 0) {
          seen[to] = true;
          open.add(to);
        }
      }
    }
    return IntStream.range(0, seen.length).filter(i -> seen[i]).toArray();
  }
}
