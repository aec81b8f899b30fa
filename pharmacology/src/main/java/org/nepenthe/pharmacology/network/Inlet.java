package org.nepenthe.pharmacology.network;

import java.util.List;
import java.util.Optional;

/// One of the ways in which a dose by some route enters the network.
///
/// @param into the state it enters
/// @param over the parameter that says how long it takes to enter, at a constant rate; empty where
///     it is all there at once
/// @param portions the product of these is the part of the dose that takes this way
public record Inlet(String into, Optional<String> over, List<Portion> portions) {
  public Inlet {
    portions = List.copyOf(portions);
  }

  /// A fraction that a parameter states, or what it leaves over.
  public record Portion(String parameter, boolean rest) {}
}
