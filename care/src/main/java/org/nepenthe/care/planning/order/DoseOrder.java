package org.nepenthe.care.planning.order;

import java.math.BigDecimal;
import java.util.Optional;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.DoseRate;
import org.nepenthe.quantity.Moiety;
import org.nepenthe.quantity.PumpRate;
import org.nepenthe.quantity.SolutionStrength;
import org.nepenthe.quantity.Volume;
import org.nepenthe.quantity.WeightNormalisedDose;

/// One intravenous infusion, worked out from mg/kg to mL/h. All its numbers agree with each other:
/// planning works it out, and [DoseIntegrity] finds one whose numbers do not.
///
/// @param weight the patient's actual weight
/// @param dosePerWeight what is given for each kilogram of `dosedOn`
/// @param dose all of the drug in this infusion
/// @param minutes how long it runs at the ordered rate
/// @param vial strength of the product that is drawn up
/// @param drawn volume of product drawn up
/// @param diluent volume of diluent it is mixed with
/// @param prepared strength of the mixture in the syringe or bag
/// @param doseRate drug each hour at the ordered rate
/// @param pumpRate what the pump is set to, after rounding to its step
/// @param basis which weight the protocol means
/// @param dosedOn that weight
/// @param vials how many vials are opened, where the content of one is known
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
    PumpRate pumpRate,
    WeightBasis basis,
    BodyWeight dosedOn,
    Optional<Vials> vials) {

  /// An order by actual weight, without a count of vials.
  public DoseOrder(
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
    this(
        protocolId,
        moiety,
        weight,
        dosePerWeight,
        dose,
        minutes,
        vial,
        drawn,
        diluent,
        prepared,
        doseRate,
        pumpRate,
        WeightBasis.ACTUAL,
        weight.weight(),
        Optional.empty());
  }

  /// Everything that is in the syringe or bag.
  public Volume total() {
    return drawn.plus(diluent);
  }
}
