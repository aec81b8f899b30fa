package org.nepenthe.pharmacology.population.kernel;

/// The standard normal deviate below which a given share of people lies: the rational functions of
/// Wichura, algorithm AS 241, PPND16 (Applied Statistics 1988;37:477), good to about 1e-16.
public final class NormalQuantile {
  /// Up to this distance from one half the central function serves.
  static final double CENTRAL = 0.425;

  static final double CENTRAL_SQUARE = 0.180625;

  /// Up to this root of the negative logarithm of the tail the nearer tail function serves.
  static final double NEAR_TAIL = 5;

  static final double NEAR_SHIFT = 1.6;

  // Coefficients, lowest power first; a denominator begins with 1.
  private static final double[] CENTRAL_TOP = {
    3.3871328727963665, 133.14166789178438, 1971.5909503065513,
    13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227
  };
  private static final double[] CENTRAL_BOTTOM = {
    1.0,
    42.31333070160091,
    687.1870074920579,
    5394.196021424751,
    21213.794301586597,
    39307.89580009271,
    28729.085735721943,
    5226.495278852854
  };
  private static final double[] NEAR_TOP = {
    1.4234371107496835, 4.630337846156546, 5.769497221460691,
    3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
    0.022723844989269184, 0.0007745450142783414
  };
  private static final double[] NEAR_BOTTOM = {
    1.0,
    2.053191626637759,
    1.6763848301838038,
    0.6897673349851,
    0.14810397642748008,
    0.015198666563616457,
    0.0005475938084995345,
    1.0507500716444169e-09
  };
  private static final double[] FAR_TOP = {
    6.657904643501103, 5.463784911164114, 1.7848265399172913,
    0.29656057182850487, 0.026532189526576124, 0.0012426609473880784,
    2.7115555687434876e-05, 2.0103343992922881e-07
  };
  private static final double[] FAR_BOTTOM = {
    1.0,
    0.599832206555888,
    0.1369298809227358,
    0.014875361290850615,
    0.0007868691311456133,
    1.8463183175100548e-05,
    1.421511758316446e-07,
    2.0442631033899397e-15
  };

  private NormalQuantile() {}

  static double[] centralTop() {
    return CENTRAL_TOP.clone();
  }

  static double[] centralBottom() {
    return CENTRAL_BOTTOM.clone();
  }

  static double[] nearTop() {
    return NEAR_TOP.clone();
  }

  static double[] nearBottom() {
    return NEAR_BOTTOM.clone();
  }

  /// @param probability above 0 and below 1
  public static double of(double probability) {
    double q = probability - 0.5;
    if (Math.abs(q) <= CENTRAL) {
      double r = CENTRAL_SQUARE - q * q;
      return q * polynomial(CENTRAL_TOP, r) / polynomial(CENTRAL_BOTTOM, r);
    }
    double r = Math.sqrt(-Math.log(q < 0 ? probability : 1 - probability));
    double tail =
        r <= NEAR_TAIL
            ? polynomial(NEAR_TOP, r - NEAR_SHIFT) / polynomial(NEAR_BOTTOM, r - NEAR_SHIFT)
            : polynomial(FAR_TOP, r - NEAR_TAIL) / polynomial(FAR_BOTTOM, r - NEAR_TAIL);
    return q < 0 ? -tail : tail;
  }

  /// The share of people that lies below a deviate: the same function read backwards, by halving.
  public static double share(double deviate) {
    double low = 0;
    double high = 1;
    for (double middle = 0.5; low < middle && middle < high; middle = (low + high) / 2) {
      if (of(middle) < deviate) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static double polynomial(double[] c, double x) {
    double sum = c[7];
    sum = sum * x + c[6];
    sum = sum * x + c[5];
    sum = sum * x + c[4];
    sum = sum * x + c[3];
    sum = sum * x + c[2];
    sum = sum * x + c[1];
    return sum * x + c[0];
  }
}
