package org.nepenthe.pharmacology.model;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.pharmacology.network.Inlet;
import org.nepenthe.pharmacology.regimen.Route;
import org.nepenthe.quantity.Dose;

/// How a model takes up a dose that is not given into a vein.
///
/// @param form what product the source gave; another may be absorbed otherwise
/// @param device where the dose comes in devices that do not all count alike
public record Absorption(
    Route route, String form, List<Inlet> inlets, Optional<Device> device, Evidence evidence) {
  public Absorption {
    inlets = List.copyOf(inlets);
  }

  /// By what a fraction is multiplied because a dose comes in several devices; 1 for any other
  /// parameter.
  public double factorOn(String parameter, Dose dose, ToDoubleFunction<String> values) {
    if (device.isEmpty() || !device.get().fraction().equals(parameter)) {
      return 1;
    }
    int count =
        device
            .get()
            .count(dose)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    dose.milligrams().toPlainString()
                        + " mg is no whole number of devices of "
                        + device.get().milligrams()
                        + " mg"));
    return device.get().factor(count, values.applyAsDouble(device.get().later()));
  }

  /// A spray of a fixed content: of the second and later ones given together, less of a fraction is
  /// absorbed.
  ///
  /// @param milligrams in one device
  /// @param fraction the parameter that is smaller for later devices
  /// @param later the parameter that says by what factor
  public record Device(double milligrams, String fraction, String later) {

    /// How many devices hold a dose.
    ///
    /// @return empty where no whole number of them does
    public Optional<Integer> count(Dose dose) {
      double devices = dose.asDouble() / milligrams;
      long whole = Math.round(devices);
      boolean fits = whole >= 1 && Math.abs(devices - whole) < 1e-9 && whole <= 100;
      return fits ? Optional.of((int) whole) : Optional.empty();
    }

    /// The factor on the fraction, over all devices of a dose.
    double factor(int devices, double laterFactor) {
      return (1 + (devices - 1) * laterFactor) / devices;
    }
  }
}
