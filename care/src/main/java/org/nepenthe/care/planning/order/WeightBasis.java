package org.nepenthe.care.planning.order;

/// Which weight a protocol's dose for each kilogram is meant for. In obesity they lie far apart,
/// and a dose computed from another one than was meant is an overdose.
public enum WeightBasis {
  ACTUAL("actual body weight"),
  IDEAL("ideal body weight"),
  ADJUSTED("adjusted body weight");

  private final String words;

  WeightBasis(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
