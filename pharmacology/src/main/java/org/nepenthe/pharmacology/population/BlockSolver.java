package org.nepenthe.pharmacology.population;

import java.util.ArrayList;
import java.util.List;
import org.nepenthe.pharmacology.Curve;
import org.nepenthe.pharmacology.PatientModel;
import org.nepenthe.pharmacology.population.Timetable.Leg;
import org.nepenthe.pharmacology.population.kernel.Bodies;
import org.nepenthe.pharmacology.population.kernel.Kernel;
import org.nepenthe.pharmacology.population.people.People;
import org.nepenthe.pharmacology.population.people.VirtualPopulation;

/// Takes a block of people through a timetable, handing on rows of concentrations whenever the
/// block is full. All memory is made once; nothing is allocated for a person.
final class BlockSolver {
  /// Modes closer than this, relative, cannot be told apart: such a body takes the matrix
  /// exponential instead.
  private static final double SMALLEST_GAP = 1e-8;

  /// Takes rows out of a block before the next ones overwrite them.
  interface Rows {
    void take(CurveBlock block);

    /// All rows of the block's persons have been taken.
    default void done(CurveBlock block) {}
  }

  /// A person whose curve came by the other route.
  private record Odd(int lane, Curve curve) {}

  private final People people;
  private final Dosing dosing;
  private final Timetable timetable;
  private final Kernel kernel;
  private final CurveBlock block;
  private final List<Odd> odd = new ArrayList<>();
  private double stepLength;

  BlockSolver(
      VirtualPopulation population,
      Dosing dosing,
      Timetable timetable,
      Kernel kernel,
      CurveBlock block) {
    people = new People(population, dosing.perKilogram(), kernel, block.lanes());
    this.dosing = dosing;
    this.timetable = timetable;
    this.kernel = kernel;
    this.block = block;
  }

  /// The persons from `first` on; their number is at most the block's.
  void solve(long first, int persons, Rows rows) {
    var bodies = people.draw(first);
    block.firstPerson = first;
    block.persons = persons;
    block.firstRow = 0;
    block.rows = 0;
    stepLength = 0;
    findOdd(bodies);
    for (var leg : timetable.legs()) {
      walk(leg, bodies, rows);
    }
    flush(rows);
    rows.done(block);
  }

  private void walk(Leg leg, Bodies bodies, Rows rows) {
    int lanes = block.lanes();
    switch (leg) {
      case Leg.Steps(double minutes, int steps, double rate) -> {
        prepare(bodies, minutes);
        for (int left = steps; left > 0; ) {
          makeRoom(rows);
          int now = Math.min(left, block.capacity() - block.rows);
          kernel.advance(
              bodies, lanes, rate, now, block.plasma, block.effect, next(), block.stride());
          block.rows += now;
          left -= now;
        }
      }
      case Leg.Jump(double minutes, double rate) -> {
        prepare(bodies, minutes);
        makeRoom(rows);
        // The row it writes is the next one, which a later leg overwrites.
        kernel.advance(bodies, lanes, rate, 1, block.plasma, block.effect, next(), block.stride());
      }
      case Leg.Give(double milligrams) -> kernel.bolus(bodies, lanes, milligrams);
      case Leg.Show _ -> {
        makeRoom(rows);
        kernel.write(bodies, lanes, block.plasma, block.effect, next());
        block.rows++;
      }
    }
  }

  private void prepare(Bodies bodies, double minutes) {
    if (minutes != stepLength) {
      kernel.step(bodies, block.lanes(), minutes);
      stepLength = minutes;
    }
  }

  private int next() {
    return block.rows * block.stride();
  }

  private void makeRoom(Rows rows) {
    if (block.rows == block.capacity()) {
      flush(rows);
    }
  }

  private void flush(Rows rows) {
    if (block.rows > 0) {
      overwriteOdd();
      rows.take(block);
    }
    block.firstRow += block.rows;
    block.rows = block.rows == block.capacity() ? 0 : block.rows;
  }

  private void findOdd(Bodies bodies) {
    odd.clear();
    for (int lane = 0; lane < block.persons; lane++) {
      if (!(bodies.gap(lane) > SMALLEST_GAP)) {
        var model = PatientModel.byMatrixExponential(people.body(lane));
        odd.add(new Odd(lane, model.simulate(dosing.regimen(), timetable.minutes())));
      }
    }
  }

  private void overwriteOdd() {
    for (var one : odd) {
      double scale = people.scale(one.lane());
      for (int row = 0; row < block.rows; row++) {
        int at = row * block.stride() + one.lane();
        block.plasma[at] = scale * one.curve().cp().get(block.firstRow + row);
        block.effect[at] = scale * one.curve().ce().get(block.firstRow + row);
      }
    }
  }
}
