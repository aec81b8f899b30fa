package org.nepenthe.care.chart;

import java.math.BigDecimal;
import java.util.Optional;

/// How a medicine is to be taken, where its source says so in numbers.
///
/// @param amount taken each time
/// @param unit [#PIECE] for tablets, capsules and patches, else UCUM: `mg` or `ug/h`
/// @param timesADay empty where the source does not say how often
/// @param asNeeded true where it is taken only when needed: what is ordered is then the most
public record Dosing(
    BigDecimal amount, String unit, Optional<BigDecimal> timesADay, boolean asNeeded) {
  /// One tablet, capsule or patch, whatever it contains.
  public static final String PIECE = "1";
}
