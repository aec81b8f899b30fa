package org.nepenthe.pharmacology.network;

import java.util.List;
import java.util.Optional;

/// What leaves one state, in proportion to its amount.
///
/// @param to where it arrives; empty where it leaves the body, or what is followed of it
/// @param shares parameters whose product is the fraction that arrives; the rest is lost on the way
public record Flow(String from, Optional<String> to, Speed speed, List<String> shares) {
  public Flow {
    shares = List.copyOf(shares);
  }

  /// How fast, by a parameter of the model.
  public sealed interface Speed {
    String parameter();

    /// A clearance, over the volume of the state it leaves.
    record Clearance(String parameter) implements Speed {}

    /// A rate constant.
    record RateConstant(String parameter) implements Speed {}

    /// One of several equal steps that take a mean time together.
    record Transit(String parameter, int steps) implements Speed {}
  }
}
