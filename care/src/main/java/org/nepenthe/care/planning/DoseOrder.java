package org.nepenthe.care.planning;

import java.math.BigDecimal;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.DoseRate;
import org.nepenthe.quantity.Moiety;
import org.nepenthe.quantity.PumpRate;
import org.nepenthe.quantity.SolutionStrength;
import org.nepenthe.quantity.Volume;
import org.nepenthe.quantity.WeightNormalisedDose;

/// One intravenous infusion, worked out from mg/kg to mL/h. All its numbers agree with each other:
/// it can only be made by [DoseArithmetic].
///
/// @param dosePerWeight what is given for each kilogram
/// @param dose all of the drug in this infusion
/// @param minutes how long it runs at the ordered rate
/// @param vial strength of the product that is drawn up
/// @param drawn volume of product drawn up
/// @param diluent volume of diluent it is mixed with; zero where it is given undiluted
/// @param prepared strength of the mixture in the syringe or bag
/// @param doseRate drug each hour at the ordered rate
/// @param pumpRate what the pump is set to, after rounding to its step
public record DoseOrder(
    String protocolId,
    Moiety moiety,
    DosingWeight weight,
    WeightNormalisedDose dosePerWeight,
    Dose dose,
    BigDecimal minutes,
    SolutionStrength vial,
    Volume drawn,
    Volume diluent,
    SolutionStrength prepared,
    DoseRate doseRate,
    PumpRate pumpRate) {

  /// Everything that is in the syringe or bag.
  public Volume total() {
    return drawn.plus(diluent);
  }
}
