package org.nepenthe.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.nepenthe.pharmacology.population.CurveBlock;
import org.nepenthe.pharmacology.population.PopulationSimulation.Curves;
import org.nepenthe.pharmacology.population.kernel.Kernel;

/// Off the cliff, where vectors go by way of the heap or only the first compiler runs, the vector
/// kernel is tens of times slower than plain Java; on it, more than three times faster. The ratio
/// of processor times of the same thread says which, whatever else the machine does: 1.3 is enough,
/// in the best of sixty tries, most of which a warm JVM does not need.
class VectorCliffTest {
  private static final double ENOUGH = 1.3;
  private static final int TRIES = 60;
  private static final int BLOCKS = 400;
  private static final int LANES = 64;

  private double sum;

  @Test
  void vectorKernelIsNotSlowerThanPlainJava() {
    assumeTrue(Kernel.hasVectors(), "the JVM runs without --add-modules jdk.incubator.vector");
    assumeTrue(
        hasSecondCompiler(), "only the first compiler runs, as on a JVM started to be brief");
    var vector = Works.w1(Kernel.best()).curves(new CurveBlock(LANES, Works.W1_TIMES));
    var plain = Works.w1(Kernel.scalar()).curves(new CurveBlock(LANES, Works.W1_TIMES));
    double best = 0;
    for (int i = 0; i < TRIES && best < ENOUGH; i++) {
      double slow = time(plain);
      best = Math.max(best, slow / time(vector));
    }
    assertThat(sum).as("what was computed").isPositive();
    assertThat(best).as("plain Java's time over the vector kernel's").isGreaterThan(ENOUGH);
  }

  @Test
  void nothingIsAllocatedForAPerson() {
    assumeTrue(Kernel.hasVectors(), "the JVM runs without --add-modules jdk.incubator.vector");
    assumeTrue(
        hasSecondCompiler(), "only the first compiler runs, as on a JVM started to be brief");
    var curves = Works.w1(Kernel.best()).curves(new CurveBlock(LANES, Works.W1_TIMES));
    double fewest = Double.MAX_VALUE;
    for (int i = 0; i < TRIES && fewest > 1; i++) {
      long before = bytes();
      time(curves);
      fewest = Math.min(fewest, (double) (bytes() - before) / (BLOCKS * LANES));
    }
    assertThat(fewest).as("bytes for each person").isLessThan(8);
  }

  private double time(Curves curves) {
    var threads = ManagementFactory.getThreadMXBean();
    long from = threads.getCurrentThreadCpuTime();
    for (int block = 0; block < BLOCKS; block++) {
      sum += curves.fill((long) block * LANES).plasma(0, 40);
    }
    return threads.getCurrentThreadCpuTime() - from;
  }

  private static long bytes() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  /// `-XX:TieredStopAtLevel=1` and `-Xint` leave it out.
  private static boolean hasSecondCompiler() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .noneMatch(argument ->
            argument.equals("-Xint") || argument.matches("-XX:TieredStopAtLevel=[0-3]"));
  }
}
