package org.nepenthe.quantity;

import java.math.BigDecimal;

/// Drug mass per volume of plasma. UCUM `ng/mL`.
public record PlasmaConcentration(BigDecimal nanogramsPerMillilitre)
    implements Comparable<PlasmaConcentration> {
  public PlasmaConcentration {
    nanogramsPerMillilitre =
        Decimal.nonNegative(nanogramsPerMillilitre, "plasma concentration", "ng/mL");
  }

  public static PlasmaConcentration ofNanogramsPerMillilitre(String nanogramsPerMillilitre) {
    return new PlasmaConcentration(new BigDecimal(nanogramsPerMillilitre));
  }

  public static PlasmaConcentration ofNanogramsPerMillilitre(double nanogramsPerMillilitre) {
    return new PlasmaConcentration(Decimal.of(nanogramsPerMillilitre, "plasma concentration"));
  }

  public double asDouble() {
    return nanogramsPerMillilitre.doubleValue();
  }

  @Override
  public int compareTo(PlasmaConcentration other) {
    return nanogramsPerMillilitre.compareTo(other.nanogramsPerMillilitre);
  }
}
