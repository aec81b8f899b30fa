package org.nepenthe.care.planning.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.DoseRate;
import org.nepenthe.quantity.Moiety;
import org.nepenthe.quantity.PumpRate;
import org.nepenthe.quantity.SolutionStrength;
import org.nepenthe.quantity.Volume;
import org.nepenthe.quantity.WeightNormalisedDose;

/// An order written down by hand, number by number, each of which a test may change alone: 70 kg x
/// 0.3 mg/kg is 21 mg; of 10 mg/mL that is 2.1 mL, with 18.9 mL of diluent 21 mL of 1 mg/mL; over
/// 40 min 31.5 mL/h, which is 31.5 mg/h; one vial holds 20 mL.
public final class Written {
  private final Map<String, String> numbers = new HashMap<>();
  private Moiety moiety = Moiety.RACEMIC_KETAMINE;
  private Moiety ofDose = Moiety.RACEMIC_KETAMINE;
  private Moiety ofRate = Moiety.RACEMIC_KETAMINE;
  private WeightBasis basis = WeightBasis.ACTUAL;

  public Written() {
    numbers.put("weight", "70");
    numbers.put("dosed-on", "70");
    numbers.put("mg/kg", "0.3");
    numbers.put("mg", "21");
    numbers.put("minutes", "40");
    numbers.put("vial", "10");
    numbers.put("drawn", "2.1");
    numbers.put("diluent", "18.9");
    numbers.put("prepared", "1");
    numbers.put("mg/h", "31.5");
    numbers.put("mL/h", "31.5");
    numbers.put("content", "20");
    numbers.put("vials", "1");
  }

  public Written but(String name, String number) {
    if (numbers.replace(name, number) == null) {
      throw new IllegalArgumentException("an order has no " + name);
    }
    return this;
  }

  public Written doseOf(Moiety other) {
    ofDose = other;
    return this;
  }

  public Written rateOf(Moiety other) {
    ofRate = other;
    return this;
  }

  public Written all(Moiety other) {
    moiety = other;
    return doseOf(other).rateOf(other);
  }

  public Written by(WeightBasis other) {
    basis = other;
    return this;
  }

  public DoseOrder order(String protocol) {
    return new DoseOrder(
        protocol,
        moiety,
        new DosingWeight(
            BodyWeight.ofKilograms(text("weight")),
            Instant.parse("2026-11-22T08:00:00Z"),
            text("weight") + " kg"),
        WeightNormalisedDose.ofMilligramsPerKilogram(text("mg/kg")),
        Dose.ofMilligrams(text("mg"), ofDose),
        new BigDecimal(text("minutes")),
        SolutionStrength.ofMilligramsPerMillilitre(text("vial")),
        Volume.ofMillilitres(text("drawn")),
        Volume.ofMillilitres(text("diluent")),
        SolutionStrength.ofMilligramsPerMillilitre(text("prepared")),
        DoseRate.ofMilligramsPerHour(text("mg/h"), ofRate),
        PumpRate.ofMillilitresPerHour(text("mL/h")),
        basis,
        BodyWeight.ofKilograms(text("dosed-on")),
        Optional.of(
            new Vials(Volume.ofMillilitres(text("content")), Integer.parseInt(text("vials")))));
  }

  private String text(String name) {
    return numbers.getOrDefault(name, "");
  }
}
