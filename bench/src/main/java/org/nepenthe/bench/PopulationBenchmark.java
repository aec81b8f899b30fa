package org.nepenthe.bench;

import java.util.concurrent.TimeUnit;
import org.nepenthe.pharmacology.population.AnalyteBands;
import org.nepenthe.pharmacology.population.CurveBlock;
import org.nepenthe.pharmacology.population.NetworkSimulation;
import org.nepenthe.pharmacology.population.PercentileBands;
import org.nepenthe.pharmacology.population.PopulationSimulation;
import org.nepenthe.pharmacology.population.PopulationSimulation.Curves;
import org.nepenthe.pharmacology.population.kernel.Kernel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Persons a second, drawing their variability and finding their eigenvalues included. With
/// `-jvmArgsAppend "--add-modules jdk.incubator.vector"` the kernel is the Vector API's, without it
/// plain Java.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PopulationBenchmark {
  private static final int LANES = 64;

  private PopulationSimulation w1 = Works.w1(Kernel.scalar());
  private PopulationSimulation w2 = Works.w2(Kernel.scalar());
  private NetworkSimulation w3 = Works.w3();
  private Curves curves = w1.curves(new CurveBlock(LANES, Works.W1_TIMES));

  /// Chooses the kernel of this JVM.
  @Setup
  public void setUp() {
    w1 = Works.w1(Kernel.best());
    w2 = Works.w2(Kernel.best());
    w3 = Works.w3();
    curves = w1.curves(new CurveBlock(LANES, Works.W1_TIMES));
  }

  @Benchmark
  @OperationsPerInvocation(Works.W1_PERSONS)
  public PercentileBands w1BandsOnOneThread() {
    return w1.bands(Works.W1_PERSONS, 1);
  }

  @Benchmark
  @OperationsPerInvocation(Works.W1_PERSONS)
  public PercentileBands w1BandsOnTwoThreads() {
    return w1.bands(Works.W1_PERSONS, 2);
  }

  @Benchmark
  @OperationsPerInvocation(Works.W1_PERSONS)
  public double w1EveryCurve() {
    double sum = 0;
    for (long first = 0; first < Works.W1_PERSONS; first += LANES) {
      sum += curves.fill(first).plasma(0, 40);
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(Works.W2_PERSONS)
  public PercentileBands w2Bands() {
    return w2.bands(Works.W2_PERSONS, 1);
  }

  @Benchmark
  @OperationsPerInvocation(Works.W3_PERSONS)
  public AnalyteBands w3Bands() {
    return w3.bands(Works.W3_PERSONS, 1);
  }
}
