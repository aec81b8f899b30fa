package org.nepenthe.pharmacology.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nepenthe.pharmacology.model.Measured;
import org.nepenthe.pharmacology.population.people.VirtualPopulation;

/// A regimen in a virtual population with every compartment of the model: metabolites, doses that
/// are absorbed. Exact, some hundred times slower than [PopulationSimulation], and like it the same
/// whatever the number of threads, in memory that does not grow with the number of people.
public final class NetworkSimulation {
  private static final int PILOT = 64;
  private static final int LANES = 32;
  private static final long MOST_PERSONS = 100_000_000;
  private static final int MOST_THREADS = 1024;

  private final VirtualPopulation population;
  private final Dosing dosing;
  private final Timetable timetable;

  /// @param minutes ascending, from the start of the regimen
  /// @throws IllegalArgumentException for times that do not ascend, a dose of what the model is not
  ///     of, or a dose by kilogram that has to be absorbed
  public NetworkSimulation(VirtualPopulation population, Dosing dosing, List<Double> minutes) {
    var regimen = dosing.regimen();
    if (!population.model().moieties().contains(regimen.moiety())) {
      throw new IllegalArgumentException(
          population.model().id() + " is no model of " + regimen.moiety().genericName());
    }
    if (dosing instanceof Dosing.PerKilogram && !regimen.administrations().isEmpty()) {
      throw new IllegalArgumentException(
          "a dose that has to be absorbed comes in forms of its own, not by kilogram");
    }
    if (minutes.isEmpty()) {
      throw new IllegalArgumentException("a simulation needs at least one time");
    }
    this.population = population;
    this.dosing = dosing;
    timetable = Timetable.of(regimen, minutes);
  }

  /// Percentiles at every time.
  ///
  /// @param persons the first so many of the population, at most 100000000
  public AnalyteBands bands(long persons, int threads) {
    if (persons < 1 || persons > MOST_PERSONS || threads < 1 || threads > MOST_THREADS) {
      throw new IllegalArgumentException(
          "persons must lie between 1 and 100000000 and threads between 1 and 1024, were "
              + persons
              + " and "
              + threads);
    }
    var bins = pilot(Math.min(PILOT, persons));
    var curves =
        IntStream.range(0, threads)
            .parallel()
            .mapToObj(part -> count(persons * part / threads, persons * (part + 1) / threads, bins))
            .reduce(NetworkSimulation::sum)
            .orElseThrow();
    var analytes = population.model().measured().stream().map(Measured::analyte).toList();
    return new AnalyteBands(timetable.minutes(), persons, analytes, curves);
  }

  /// One person's curves in ng/mL: for each analyte the model measures, then for the effect site,
  /// the concentration at each time.
  public double[][] curves(long person) {
    var walk = new NetworkWalk(population, dosing, timetable);
    var rows = new double[walk.curves()][timetable.minutes().size()];
    walk.walk(person, rows, 0, 1);
    return rows;
  }

  private List<RowHistogram.Bins> pilot(long persons) {
    var walk = new NetworkWalk(population, dosing, timetable);
    int times = timetable.minutes().size();
    var rows = new double[walk.curves()][times];
    var least = new double[walk.curves()][times];
    var most = new double[walk.curves()][times];
    Arrays.stream(least).forEach(row -> Arrays.fill(row, Double.MAX_VALUE));
    for (long person = 0; person < persons; person++) {
      walk.walk(person, rows, 0, 1);
      for (int curve = 0; curve < rows.length; curve++) {
        for (int time = 0; time < times; time++) {
          least[curve][time] = Math.min(least[curve][time], rows[curve][time]);
          most[curve][time] = Math.max(most[curve][time], rows[curve][time]);
        }
      }
    }
    var bins = new ArrayList<RowHistogram.Bins>();
    for (int curve = 0; curve < rows.length; curve++) {
      bins.add(new RowHistogram.Bins(least[curve], most[curve]));
    }
    return bins;
  }

  private List<RowHistogram> count(long from, long until, List<RowHistogram.Bins> bins) {
    var walk = new NetworkWalk(population, dosing, timetable);
    int times = timetable.minutes().size();
    var rows = new double[walk.curves()][times * LANES];
    var counts = bins.stream().map(RowHistogram::new).toList();
    for (long first = from; first < until; first += LANES) {
      int lanes = (int) Math.min(LANES, until - first);
      for (int lane = 0; lane < lanes; lane++) {
        walk.walk(first + lane, rows, lane, LANES);
      }
      for (int curve = 0; curve < rows.length; curve++) {
        for (int time = 0; time < times; time++) {
          counts.get(curve).count(time, rows[curve], time * LANES, lanes);
        }
      }
    }
    return counts;
  }

  private static List<RowHistogram> sum(List<RowHistogram> one, List<RowHistogram> other) {
    for (int curve = 0; curve < one.size(); curve++) {
      one.get(curve).add(other.get(curve));
    }
    return one;
  }
}
