package org.nepenthe.pharmacology.solver;

/// One step of the explicit Runge-Kutta method of order 8 by Dormand and Prince, with two embedded
/// estimates of its error (orders 5 and 3), as in Hairer, Norsett and Wanner, Solving Ordinary
/// Differential Equations I, 2nd edition 1993, section II.10 (their code DOP853).
///
/// Coefficients are those of that code, as doubles; a test holds them to the order conditions.
final class DormandPrince {
  static final int STAGES = 12;

  /// Row i: how much of each earlier slope goes into the argument of slope i.
  private static final double[][] A = {
    {},
    {0.05260015195876773},
    {0.0197250569845379, 0.0591751709536137},
    {0.02958758547680685, 0, 0.08876275643042054},
    {0.2413651341592667, 0, -0.8845494793282861, 0.924834003261792},
    {0.037037037037037035, 0, 0, 0.17082860872947386, 0.12546768756682242},
    {0.037109375, 0, 0, 0.17025221101954405, 0.06021653898045596, -0.017578125},
    {
      0.03709200011850479,
      0,
      0,
      0.17038392571223998,
      0.10726203044637328,
      -0.015319437748624402,
      0.008273789163814023
    },
    {
      0.6241109587160757,
      0,
      0,
      -3.3608926294469414,
      -0.868219346841726,
      27.59209969944671,
      20.154067550477894,
      -43.48988418106996
    },
    {
      0.47766253643826434,
      0,
      0,
      -2.4881146199716677,
      -0.590290826836843,
      21.230051448181193,
      15.279233632882423,
      -33.28821096898486,
      -0.020331201708508627
    },
    {
      -0.9371424300859873,
      0,
      0,
      5.186372428844064,
      1.0914373489967295,
      -8.149787010746927,
      -18.52006565999696,
      22.739487099350505,
      2.4936055526796523,
      -3.0467644718982196
    },
    {
      2.273310147516538,
      0,
      0,
      -10.53449546673725,
      -2.0008720582248625,
      -17.9589318631188,
      27.94888452941996,
      -2.8589982771350235,
      -8.87285693353063,
      12.360567175794303,
      0.6433927460157636
    }
  };

  private static final double[] B = {
    0.054293734116568765,
    0,
    0,
    0,
    0,
    4.450312892752409,
    1.8915178993145003,
    -5.801203960010585,
    0.3111643669578199,
    -0.1521609496625161,
    0.20136540080403034,
    0.04471061572777259
  };

  private static final double[] C = {
    0,
    0.05260015195876773,
    0.0789002279381516,
    0.1183503419072274,
    0.2816496580927726,
    0.3333333333333333,
    0.25,
    0.3076923076923077,
    0.6512820512820513,
    0.6,
    0.8571428571428571,
    1.0
  };

  /// Differences to the embedded methods of order 3 and 5; the last entry, of the slope at the
  /// step's end, is zero in both.
  private static final double[] ERROR_3 = {
    -0.18980075407240762,
    0,
    0,
    0,
    0,
    4.450312892752409,
    1.8915178993145003,
    -5.801203960010585,
    -0.4226823213237919,
    -0.1521609496625161,
    0.20136540080403034,
    0.02265179219836082
  };

  private static final double[] ERROR_5 = {
    0.01312004499419488,
    0,
    0,
    0,
    0,
    -1.2251564463762044,
    -0.4957589496572502,
    1.6643771824549864,
    -0.35032884874997366,
    0.3341791187130175,
    0.08192320648511571,
    -0.022355307863886294
  };

  private final OdeSystem system;
  private final double[][] slopes;
  private final double[] argument;

  DormandPrince(OdeSystem system, int size) {
    this.system = system;
    this.slopes = new double[STAGES][size];
    this.argument = new double[size];
  }

  /// Tries one step, leaves its result in `next`, and returns its estimated error as a multiple of
  /// what is tolerated: up to 1 the step may be kept.
  double attempt(
      double minute, double step, double[] state, double[] next, double relative, double absolute) {
    for (int stage = 0; stage < STAGES; stage++) {
      System.arraycopy(state, 0, argument, 0, state.length);
      add(A[stage], step, argument);
      system.slopes(minute + C[stage] * step, argument, slopes[stage]);
    }
    System.arraycopy(state, 0, next, 0, state.length);
    add(B, step, next);
    double fifth = 0;
    double third = 0;
    for (int i = 0; i < state.length; i++) {
      double tolerated = absolute + relative * Math.max(Math.abs(state[i]), Math.abs(next[i]));
      fifth += square(sum(ERROR_5, i) / tolerated);
      third += square(sum(ERROR_3, i) / tolerated);
    }
    double both = fifth + 0.01 * third;
    return both == 0 ? 0 : Math.abs(step) * fifth / Math.sqrt(both * state.length);
  }

  private void add(double[] weights, double step, double[] to) {
    for (int stage = 0; stage < weights.length; stage++) {
      double weight = step * weights[stage];
      if (weight != 0) {
        for (int i = 0; i < to.length; i++) {
          to[i] += weight * slopes[stage][i];
        }
      }
    }
  }

  private double sum(double[] weights, int component) {
    double sum = 0;
    for (int stage = 0; stage < STAGES; stage++) {
      sum += weights[stage] * slopes[stage][component];
    }
    return sum;
  }

  private static double square(double x) {
    return x * x;
  }

  /// For the test of the order conditions: `sum(b c^power)`, and what row sums of A are.
  static double moment(int power) {
    double sum = 0;
    for (int stage = 0; stage < STAGES; stage++) {
      sum += B[stage] * Math.pow(C[stage], power);
    }
    return sum;
  }

  /// For the test: how far the sum of row `stage` of A is from the node it belongs to.
  static double rowDefect(int stage) {
    double sum = -C[stage];
    for (double a : A[stage]) {
      sum += a;
    }
    return sum;
  }
}
