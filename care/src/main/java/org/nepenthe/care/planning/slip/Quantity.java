package org.nepenthe.care.planning.slip;

import java.math.BigDecimal;
import org.nepenthe.care.planning.order.DoseOrder;

/// The numbers of an order that stand near each other on forms, and have been typed into each
/// other's fields.
public enum Quantity {
  WEIGHT("the weight in kg") {
    @Override
    BigDecimal of(DoseOrder order) {
      return order.weight().weight().kilograms();
    }
  },
  DOSE_PER_WEIGHT("the dose in mg/kg") {
    @Override
    BigDecimal of(DoseOrder order) {
      return order.dosePerWeight().milligramsPerKilogram();
    }
  },
  DOSE("the dose in mg") {
    @Override
    BigDecimal of(DoseOrder order) {
      return order.dose().milligrams();
    }
  },
  RATE("the pump rate in mL/h") {
    @Override
    BigDecimal of(DoseOrder order) {
      return order.pumpRate().millilitresPerHour();
    }
  },
  DOSE_RATE("the dose rate in mg/h") {
    @Override
    BigDecimal of(DoseOrder order) {
      return order.doseRate().milligramsPerHour();
    }
  },
  TOTAL_VOLUME("the volume of the whole infusion in mL") {
    @Override
    BigDecimal of(DoseOrder order) {
      return order.total().millilitres();
    }
  },
  MINUTES("the length of the infusion in min") {
    @Override
    BigDecimal of(DoseOrder order) {
      return order.minutes();
    }
  },
  VIAL_STRENGTH("the strength of the product in mg/mL") {
    @Override
    BigDecimal of(DoseOrder order) {
      return order.vial().milligramsPerMillilitre();
    }
  },
  PREPARED_STRENGTH("the strength as prepared in mg/mL") {
    @Override
    BigDecimal of(DoseOrder order) {
      return order.prepared().milligramsPerMillilitre();
    }
  };

  private final String words;

  Quantity(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /// The number as the order has it, in the unit of its words.
  abstract BigDecimal of(DoseOrder order);
}
