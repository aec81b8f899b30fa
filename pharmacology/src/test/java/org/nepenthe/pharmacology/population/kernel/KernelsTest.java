package org.nepenthe.pharmacology.population.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.nepenthe.pharmacology.solver.Mammillary;
import org.nepenthe.pharmacology.solver.RandomBodies;
import org.nepenthe.pharmacology.solver.Solver;

/// Each kernel against the matrix exponential, which shares no formula with them, on bodies far
/// wider than any published one: 1e-8 relative, plus 1e-12 of all drug there ever was. The two
/// kernels against each other: 1e-11 and 1e-13.
class KernelsTest {
  private static final int LANES = 8;
  private static final double BOLUS = 3;
  private static final double RATE = 0.7;
  private static final double MINUTES = 2.5;
  private static final int STEPS = 6;

  private final RandomBodies random = new RandomBodies();

  @Test
  void plainKernelAgreesWithTheMatrixExponential() {
    agree(Kernel.scalar(), random::any, 600);
    agree(Kernel.scalar(), random::coincident, 600);
  }

  @Test
  void vectorKernelAgreesWithTheMatrixExponential() {
    assumeTrue(Kernel.hasVectors(), "needs --add-modules jdk.incubator.vector");
    agree(Kernel.best(), random::any, 600);
    agree(Kernel.best(), random::coincident, 600);
  }

  @Test
  void kernelsAgree() {
    assumeTrue(Kernel.hasVectors(), "needs --add-modules jdk.incubator.vector");
    for (int round = 0; round < 500; round++) {
      var people = draw(random::any);
      var one = new Rows(Kernel.scalar(), people);
      var other = new Rows(Kernel.best(), people);
      for (int lane = 0; lane < LANES; lane++) {
        for (int row = 0; one.gap(lane) > 1e-4 && row < one.plasma.length / LANES; row++) {
          int at = row * LANES + lane;
          double scale = 1000 * 100 / people.get(lane).v1();
          close(other.plasma[at], one.plasma[at], 1e-11, 1e-13 * scale);
          close(other.effect[at], one.effect[at], 1e-11, 1e-13 * scale);
        }
      }
    }
  }

  @Test
  void withoutTheModuleThereIsAPlainKernel() {
    assertThat(Kernel.scalar()).isInstanceOf(ScalarKernel.class);
    assertThat(Kernel.best() instanceof VectorKernel).isEqualTo(Kernel.hasVectors());
  }

  @Test
  void refusesLanesThatNoVectorDivides() {
    assertThatThrownBy(() -> new Bodies(12))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("12");
  }

  private void agree(Kernel kernel, Supplier<Mammillary> source, int rounds) {
    int looked = 0;
    for (int round = 0; round < rounds; round++) {
      var people = draw(source);
      var rows = new Rows(kernel, people);
      for (int lane = 0; lane < LANES; lane++) {
        if (rows.gap(lane) > 1e-8) {
          looked++;
          agree(people.get(lane), rows, lane);
        }
      }
    }
    assertThat(looked).as("bodies whose modes can be told apart").isGreaterThan(rounds * LANES / 2);
  }

  /// A bolus, an infusion, and waiting.
  private void agree(Mammillary body, Rows rows, int lane) {
    var exact = Solver.general(body);
    var state = new double[body.stateSize()];
    state[0] = BOLUS;
    double given = BOLUS;
    for (int row = 0; row <= 2 * STEPS; row++) {
      double scale = 1e-12 * 1000 * (given + 1) / body.v1();
      int at = row * LANES + lane;
      close(rows.plasma[at], 1000 * state[0] / body.v1(), 1e-8, scale);
      close(rows.effect[at], 1000 * state[body.compartments()], 1e-8, scale);
      double rate = row < STEPS ? RATE : 0;
      state = exact.step(state, rate, MINUTES);
      given += rate * MINUTES;
    }
  }

  private void close(double actual, double expected, double relative, double absolute) {
    assertThat(Math.abs(actual - expected))
        .as("%s: %s, expected %s", random.seed(), actual, expected)
        .isLessThanOrEqualTo(relative * Math.abs(expected) + absolute);
  }

  private List<Mammillary> draw(Supplier<Mammillary> source) {
    var people = new ArrayList<Mammillary>();
    for (int lane = 0; lane < LANES; lane++) {
      people.add(source.get());
    }
    return people;
  }

  /// The bodies taken through the same course by a kernel.
  private static final class Rows {
    final double[] plasma = new double[LANES * (2 * STEPS + 1)];
    final double[] effect = new double[LANES * (2 * STEPS + 1)];
    private final Bodies bodies = new Bodies(LANES);

    Rows(Kernel kernel, List<Mammillary> people) {
      for (int lane = 0; lane < LANES; lane++) {
        put(people.get(lane), lane);
      }
      kernel.modes(bodies, LANES);
      kernel.step(bodies, LANES, MINUTES);
      kernel.bolus(bodies, LANES, BOLUS);
      kernel.write(bodies, LANES, plasma, effect, 0);
      kernel.advance(bodies, LANES, RATE, STEPS, plasma, effect, LANES, LANES);
      int waiting = LANES * (1 + STEPS);
      kernel.advance(bodies, LANES, 0, STEPS, plasma, effect, waiting, LANES);
    }

    double gap(int lane) {
      return bodies.gap(lane);
    }

    private void put(Mammillary body, int lane) {
      bodies.v1()[lane] = body.v1();
      bodies.k10()[lane] = body.k10();
      bodies.ke0()[lane] = body.ke0();
      bodies.k12()[lane] = 0;
      bodies.k13()[lane] = 0;
      bodies.k21()[lane] = 4 * body.k10();
      if (body.compartments() > 1) {
        bodies.k12()[lane] = body.peripherals().getFirst().out();
        bodies.k21()[lane] = body.peripherals().getFirst().back();
      }
      bodies.k31()[lane] = 4 * (bodies.k10()[lane] + bodies.k12()[lane] + bodies.k21()[lane]);
      if (body.compartments() > 2) {
        bodies.k13()[lane] = body.peripherals().getLast().out();
        bodies.k31()[lane] = body.peripherals().getLast().back();
      }
    }
  }
}
