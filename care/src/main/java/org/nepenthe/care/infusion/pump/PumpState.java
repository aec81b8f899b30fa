package org.nepenthe.care.infusion.pump;

import org.nepenthe.quantity.PumpRate;

/// What a person saw the pump do.
public sealed interface PumpState {
  record Running(PumpRate rate) implements PumpState {}

  record OnHold() implements PumpState {}

  record Off() implements PumpState {}
}
