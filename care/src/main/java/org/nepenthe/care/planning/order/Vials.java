package org.nepenthe.care.planning.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;
import org.nepenthe.quantity.SolutionStrength;
import org.nepenthe.quantity.Volume;

/// How many vials of the product a preparation takes. Milligrams in one millilitre and milligrams
/// in the whole vial are different numbers on one label, and have been taken for each other.
///
/// @param content what one vial holds
/// @param count vials opened for this preparation
public record Vials(Volume content, int count) {
  public Vials {
    if (count < 1) {
      throw new IllegalArgumentException("number of vials must be at least 1, was " + count);
    }
  }

  /// As many as hold what is drawn up.
  public static Vials holding(Volume drawn, Volume content) {
    var count = drawn.millilitres().divide(content.millilitres(), 0, RoundingMode.CEILING);
    return new Vials(content, count.max(BigDecimal.ONE).intValueExact());
  }

  /// What stands on the label as the content of one vial.
  public Dose inOne(SolutionStrength strength, Moiety moiety) {
    return strength.doseIn(content, moiety);
  }

  public boolean moreThanOne() {
    return count > 1;
  }
}
