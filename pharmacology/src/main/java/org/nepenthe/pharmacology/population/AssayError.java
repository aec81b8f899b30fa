package org.nepenthe.pharmacology.population;

import org.nepenthe.pharmacology.model.ResidualError;
import org.nepenthe.pharmacology.population.kernel.NormalQuantile;
import org.nepenthe.pharmacology.population.people.Draws;

/// Turns the concentrations in a block's plasma rows into what a laboratory would have measured:
/// each is off the person's own curve by the model's residual error, drawn for the person and the
/// time. No laboratory reports less than nothing, so a negative one becomes 0.
final class AssayError implements BlockSolver.Rows {
  /// The stream of numbers that measurement error is drawn from, apart from that of the people.
  private static final int STREAM = 1;

  private final ResidualError error;
  private final Draws draws;
  private final BlockSolver.Rows next;

  AssayError(ResidualError error, Draws draws, BlockSolver.Rows next) {
    this.error = error;
    this.draws = draws.other(STREAM);
    this.next = next;
  }

  @Override
  public void take(CurveBlock block) {
    for (int row = 0; row < block.rows; row++) {
      int time = block.firstRow + row;
      for (int lane = 0; lane < block.persons; lane++) {
        int at = row * block.stride() + lane;
        double measured = measured(block.plasma[at], block.firstPerson + lane, time);
        block.plasma[at] = Math.max(0, measured);
      }
    }
    next.take(block);
  }

  @Override
  public void done(CurveBlock block) {
    next.done(block);
  }

  private double measured(double concentration, long person, int time) {
    double first = NormalQuantile.of(draws.uniform(person, 2 * time));
    return switch (error) {
      case ResidualError.Combined(_, double proportional, double additive, _) ->
          concentration * (1 + proportional * first)
              + additive * NormalQuantile.of(draws.uniform(person, 2 * time + 1));
      case ResidualError.Logarithmic(_, double deviation, _) ->
          concentration * Math.exp(deviation * first);
    };
  }
}
