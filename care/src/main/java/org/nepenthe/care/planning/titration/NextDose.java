package org.nepenthe.care.planning.titration;

import java.util.Optional;
import org.nepenthe.quantity.WeightNormalisedDose;

/// What is proposed for the next infusion. A proposal: the prescriber decides.
public sealed interface NextDose {
  record Up(WeightNormalisedDose to) implements NextDose {}

  record Same(WeightNormalisedDose at) implements NextDose {}

  record Down(WeightNormalisedDose to) implements NextDose {}

  /// No further infusion.
  record Stop() implements NextDose {}

  default Optional<WeightNormalisedDose> dose() {
    return switch (this) {
      case Up(var to) -> Optional.of(to);
      case Same(var at) -> Optional.of(at);
      case Down(var to) -> Optional.of(to);
      case Stop _ -> Optional.empty();
    };
  }

  default String words() {
    return switch (this) {
      case Up _ -> "Up";
      case Same _ -> "The same";
      case Down _ -> "Down";
      case Stop _ -> "Stop";
    };
  }
}
