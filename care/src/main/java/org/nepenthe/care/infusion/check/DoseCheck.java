package org.nepenthe.care.infusion.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.nepenthe.care.planning.order.DoseOrder;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;
import org.nepenthe.quantity.PumpRate;
import org.nepenthe.quantity.SolutionStrength;

/// What one person read and worked out about the drug in their hands.
///
/// @param vial as printed on the product, mg in one mL, not in the vial
/// @param prepared in the syringe or bag
public record DoseCheck(
    BodyWeight weight, SolutionStrength vial, SolutionStrength prepared, Dose dose, PumpRate rate) {

  public static DoseCheck of(DoseOrder order) {
    return new DoseCheck(
        order.weight().weight(), order.vial(), order.prepared(), order.dose(), order.pumpRate());
  }

  /// Where this and another reading do not agree. Strength and product must be the same; numbers
  /// that somebody worked out may differ by the tolerance.
  ///
  /// @param expected what stands in the plan or what the first person read
  public List<Mismatch> against(DoseCheck expected, CheckTolerance tolerance) {
    var found = new ArrayList<Mismatch>();
    if (dose.moiety() != expected.dose.moiety()) {
      found.add(
          new Mismatch(
              "moiety", "Drug", expected.dose.moiety().genericName(), dose.moiety().genericName()));
    }
    compare(found, "weight", "Weight", "kg", expected.kilograms(), kilograms(), tolerance);
    compare(
        found,
        "vial",
        "Strength of the vial",
        "mg per mL",
        expected.vial.milligramsPerMillilitre(),
        vial.milligramsPerMillilitre(),
        CheckTolerance.NONE);
    compare(
        found,
        "prepared",
        "Strength as prepared",
        "mg per mL",
        expected.prepared.milligramsPerMillilitre(),
        prepared.milligramsPerMillilitre(),
        tolerance);
    compare(found, "dose", "Dose", "mg", expected.dose.milligrams(), dose.milligrams(), tolerance);
    compare(
        found,
        "rate",
        "Rate",
        "mL per h",
        expected.rate.millilitresPerHour(),
        rate.millilitresPerHour(),
        tolerance);
    return List.copyOf(found);
  }

  public Moiety moiety() {
    return dose.moiety();
  }

  private BigDecimal kilograms() {
    return weight.kilograms();
  }

  private static void compare(
      List<Mismatch> found,
      String field,
      String label,
      String unit,
      BigDecimal expected,
      BigDecimal read,
      CheckTolerance tolerance) {
    if (!tolerance.agrees(expected, read)) {
      found.add(new Mismatch(field, label, words(expected, unit), words(read, unit)));
    }
  }

  private static String words(BigDecimal number, String unit) {
    var rounded = number.round(new MathContext(5)).stripTrailingZeros();
    return rounded.toPlainString() + " " + unit;
  }
}
