package org.nepenthe.pharmacology.population;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.nepenthe.pharmacology.model.Analyte;
import org.nepenthe.pharmacology.model.ResidualError;
import org.nepenthe.pharmacology.population.kernel.Kernel;
import org.nepenthe.pharmacology.population.people.VirtualPopulation;

/// A regimen in a virtual population. Every result is the same for the same population, whatever
/// the number of threads; the memory for it does not grow with the number of people.
///
/// ```
/// var simulation = new PopulationSimulation(population, dosing, Minutes.every(1, 240));
/// var bands = simulation.bands(100_000, 1);
/// double[] median = bands.at(Site.PLASMA, 50);
/// ```
public final class PopulationSimulation {
  private static final int LANES = 64;

  /// What of two curves stays in the second cache of most processors.
  private static final int MOST_ROWS = 256;

  /// How many people show the range in which bins are wanted.
  private static final int PILOT = 256;

  private static final long MOST_PERSONS = 2_000_000_000;
  private static final int MOST_THREADS = 1024;

  /// Two numbers are drawn for each sample.
  private static final int MOST_MEASURED = 524_288;

  private final VirtualPopulation population;
  private final Dosing dosing;
  private final Timetable timetable;
  private final Kernel kernel;
  private final Optional<ResidualError> assay;
  private final LongConsumer watcher;

  /// @param minutes ascending, from the start of the regimen
  /// @throws IllegalArgumentException for times that do not ascend, a dose of what the model is not
  ///     of or that is not given into a vein, or a model without a closed form
  public PopulationSimulation(VirtualPopulation population, Dosing dosing, List<Double> minutes) {
    this(population, dosing, minutes, Kernel.best());
  }

  /// With a kernel of one's choice.
  public PopulationSimulation(
      VirtualPopulation population, Dosing dosing, List<Double> minutes, Kernel kernel) {
    if (!population.model().moieties().contains(dosing.regimen().moiety())) {
      throw new IllegalArgumentException(
          population.model().id() + " is no model of " + dosing.regimen().moiety().genericName());
    }
    if (!population.model().isMammillary() || !dosing.regimen().administrations().isEmpty()) {
      throw new IllegalArgumentException(
          "only what is given into a vein, under a mammillary model, can be taken side by side");
    }
    if (minutes.isEmpty()) {
      throw new IllegalArgumentException("a simulation needs at least one time");
    }
    this.population = population;
    this.dosing = dosing;
    this.kernel = kernel;
    assay = Optional.empty();
    watcher = _ -> {};
    timetable = Timetable.of(dosing.regimen(), minutes);
  }

  private PopulationSimulation(
      PopulationSimulation other, Optional<ResidualError> assay, LongConsumer watcher) {
    population = other.population;
    dosing = other.dosing;
    timetable = other.timetable;
    kernel = other.kernel;
    this.assay = assay;
    this.watcher = watcher;
  }

  /// The same, telling how far it is: after every few people their number is handed over, by
  /// whichever thread took them.
  public PopulationSimulation watchedBy(LongConsumer watcher) {
    return new PopulationSimulation(this, assay, watcher);
  }

  /// The same, with plasma as a laboratory would measure it: every concentration is off its
  /// person's curve by the model's residual error. The effect site, which nobody measures, stays as
  /// it is. Some ten times slower: every sample draws a number of its own.
  ///
  /// @throws IllegalArgumentException if the model's residual error is not known, or there are more
  ///     than 524288 times
  public PopulationSimulation measured() {
    if (timetable.minutes().size() > MOST_MEASURED) {
      throw new IllegalArgumentException(
          "at most 524288 times can be measured, were " + timetable.minutes().size());
    }
    var error =
        population
            .model()
            .variability()
            .residualError(Analyte.KETAMINE)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    population.model().id() + " says nothing of how far a sample is off a curve"));
    return new PopulationSimulation(this, Optional.of(error), watcher);
  }

  private BlockSolver.Rows assayed(BlockSolver.Rows rows) {
    return assay
        .<BlockSolver.Rows>map(error -> new AssayError(error, population.draws(), rows))
        .orElse(rows);
  }

  /// Percentiles at every time.
  ///
  /// @param persons the first so many of the population, at most 2000000000
  public PercentileBands bands(long persons, int threads) {
    var pilot = new Pilot(timetable.minutes().size());
    run(0, Math.min(PILOT, valid(persons)), pilot);
    var plasma = new RowHistogram.Bins(pilot.leastPlasma, pilot.mostPlasma);
    var effect = new RowHistogram.Bins(pilot.leastEffect, pilot.mostEffect);
    var tally =
        tally(
            persons,
            threads,
            () -> new BandTally(new RowHistogram(plasma), new RowHistogram(effect)));
    return new PercentileBands(timetable.minutes(), persons, tally.plasma, tally.effect);
  }

  /// Percentiles of each person's highest concentration.
  ///
  /// @param persons the first so many of the population, at most 2000000000
  public Peaks peaks(long persons, int threads) {
    var pilot = new Pilot(timetable.minutes().size());
    run(0, Math.min(PILOT, valid(persons)), pilot);
    // The highest peak of the pilot is the highest of its rows; the lowest lies not below the
    // highest of the rows' lowest.
    var plasma = new RowHistogram.Bins(highest(pilot.leastPlasma), highest(pilot.mostPlasma));
    var effect = new RowHistogram.Bins(highest(pilot.leastEffect), highest(pilot.mostEffect));
    var tally =
        tally(
            persons,
            threads,
            () -> new PeakTally(new RowHistogram(plasma), new RowHistogram(effect), LANES));
    return new Peaks(persons, tally.plasma, tally.effect);
  }

  private static double[] highest(double[] rows) {
    return new double[] {Arrays.stream(rows).max().orElse(0)};
  }

  /// How many people leave a band of concentrations.
  ///
  /// @param persons the first so many of the population, at most 2000000000
  public Leaving leaving(Limits limits, long persons, int threads) {
    int times = timetable.minutes().size();
    var tally = tally(valid(persons), threads, () -> new LimitTally(limits, times, LANES));
    return new Leaving(
        limits,
        timetable.minutes(),
        shares(tally.below, persons),
        shares(tally.above, persons),
        (double) tally.ever / persons);
  }

  private static List<Double> shares(long[] counts, long persons) {
    return Arrays.stream(counts).mapToObj(count -> (double) count / persons).toList();
  }

  /// Takes whole curves, a block of people at a time, in memory of the caller's that is used again:
  /// `curves.fill(first)` and then [CurveBlock#plasma].
  ///
  /// @param block with room for all the times
  public Curves curves(CurveBlock block) {
    if (block.capacity() < timetable.minutes().size()) {
      throw new IllegalArgumentException(
          "a block of %d times has no room for %d"
              .formatted(block.capacity(), timetable.minutes().size()));
    }
    return new Curves(
        new BlockSolver(population, dosing, timetable, kernel, block), block, assayed(_ -> {}));
  }

  /// Whole curves in a caller's block.
  public static final class Curves {
    private final BlockSolver solver;
    private final CurveBlock block;
    private final BlockSolver.Rows rows;

    private Curves(BlockSolver solver, CurveBlock block, BlockSolver.Rows rows) {
      this.solver = solver;
      this.block = block;
      this.rows = rows;
    }

    /// Fills the block with the persons from `first` on, as many as it has lanes.
    public CurveBlock fill(long first) {
      solver.solve(first, block.lanes(), rows);
      return block;
    }
  }

  private <T extends Tally<T>> T tally(long persons, int threads, Supplier<T> empty) {
    if (threads < 1 || threads > MOST_THREADS) {
      throw new IllegalArgumentException("threads must lie between 1 and 1024, was " + threads);
    }
    valid(persons);
    if (threads == 1) {
      return run(0, persons, empty.get());
    }
    long blocks = (persons + LANES - 1) / LANES;
    return IntStream.range(0, threads)
        .parallel()
        .mapToObj(part -> {
          long from = blocks * part / threads * LANES;
          long until = Math.min(persons, blocks * (part + 1) / threads * LANES);
          return run(from, until, empty.get());
        })
        .reduce(Tally::plus)
        .orElseThrow();
  }

  /// Hands the persons from `from` to before `until` to a tally.
  private <R extends BlockSolver.Rows> R run(long from, long until, R rows) {
    var block = new CurveBlock(LANES, Math.min(MOST_ROWS, timetable.minutes().size()));
    var solver = new BlockSolver(population, dosing, timetable, kernel, block);
    var measured = assayed(rows);
    for (long first = from; first < until; first += LANES) {
      int persons = (int) Math.min(LANES, until - first);
      solver.solve(first, persons, measured);
      watcher.accept(persons);
    }
    return rows;
  }

  private static long valid(long persons) {
    if (persons < 1 || persons > MOST_PERSONS) {
      throw new IllegalArgumentException(
          "persons must lie between 1 and 2000000000, was " + persons);
    }
    return persons;
  }

  /// The range of the first few people at each time.
  private static final class Pilot implements BlockSolver.Rows {
    final double[] leastPlasma;
    final double[] mostPlasma;
    final double[] leastEffect;
    final double[] mostEffect;

    Pilot(int times) {
      leastPlasma = new double[times];
      mostPlasma = new double[times];
      leastEffect = new double[times];
      mostEffect = new double[times];
      Arrays.fill(leastPlasma, Double.MAX_VALUE);
      Arrays.fill(leastEffect, Double.MAX_VALUE);
    }

    @Override
    public void take(CurveBlock block) {
      for (int row = 0; row < block.rows; row++) {
        int time = block.firstRow + row;
        for (int i = 0; i < block.persons; i++) {
          double plasma = Math.max(0, block.plasma(i, row));
          double effect = Math.max(0, block.effect(i, row));
          leastPlasma[time] = Math.min(leastPlasma[time], plasma);
          mostPlasma[time] = Math.max(mostPlasma[time], plasma);
          leastEffect[time] = Math.min(leastEffect[time], effect);
          mostEffect[time] = Math.max(mostEffect[time], effect);
        }
      }
    }
  }
}
