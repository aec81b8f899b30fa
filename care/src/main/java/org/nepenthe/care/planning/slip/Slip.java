package org.nepenthe.care.planning.slip;

import java.math.BigDecimal;

/// A slip by which a number came to stand where another was meant.
public sealed interface Slip {
  /// In a sentence that says what to look at.
  String words();

  /// The decimal point is elsewhere.
  ///
  /// @param factor a power of ten, above or below one
  record PowerOfTen(BigDecimal factor) implements Slip {
    @Override
    public String words() {
      boolean more = factor.compareTo(BigDecimal.ONE) > 0;
      var times = more ? factor : BigDecimal.ONE.divide(factor);
      return (more
              ? times.toPlainString() + " times what was expected"
              : "1/" + times.toPlainString() + " of what was expected")
          + ": look at the decimal point.";
    }
  }

  /// The number belongs into another field.
  record OtherField(Quantity meant) implements Slip {
    @Override
    public String words() {
      return "This number is " + meant.words() + ": it stands in the wrong field.";
    }
  }

  /// The product has another strength than the planned one.
  ///
  /// @param factor how many times as strong it is
  record OtherStrength(BigDecimal factor) implements Slip {
    @Override
    public String words() {
      return "Another strength of the product, "
          + factor.stripTrailingZeros().toPlainString()
          + " times as strong as planned: the same volume holds that many times the dose.";
    }
  }

  record PoundsForKilograms() implements Slip {
    @Override
    public String words() {
      return "This looks like pounds where kilograms were meant.";
    }
  }

  record KilogramsForPounds() implements Slip {
    @Override
    public String words() {
      return "This looks like kilograms where pounds were meant.";
    }
  }

  /// What stands on the label for the whole vial was taken for one millilitre or for the dose.
  record WholeVial() implements Slip {
    @Override
    public String words() {
      return "This is the content of a whole vial.";
    }
  }

  /// Several times the dose, as when doses for several are drawn up together.
  ///
  /// @param doses how many doses it holds
  record SeveralDoses(int doses) implements Slip {
    @Override
    public String words() {
      return "This holds " + doses + " doses: one preparation holds one.";
    }
  }
}
