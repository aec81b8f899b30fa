package org.nepenthe.pharmacology.population;

import org.nepenthe.pharmacology.regimen.Regimen;

/// Who of a population is given how much.
public sealed interface Dosing {
  Regimen regimen();

  /// Whether the regimen is that of a person of 1 kg.
  default boolean perKilogram() {
    return switch (this) {
      case Same _ -> false;
      case PerKilogram _ -> true;
    };
  }

  /// Everybody is given the same.
  record Same(Regimen regimen) implements Dosing {}

  /// Everybody is given so much for each kilogram of body weight: the regimen is that of a person
  /// of 1 kg.
  record PerKilogram(Regimen regimen) implements Dosing {}
}
