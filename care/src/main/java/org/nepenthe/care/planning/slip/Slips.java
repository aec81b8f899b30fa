package org.nepenthe.care.planning.slip;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.nepenthe.care.planning.order.DoseOrder;
import org.nepenthe.quantity.BodyWeight;

/// Finds the slip behind a number that is not the expected one. A number can look like several
/// slips; all of them are named, for a person to look at.
public final class Slips {
  /// Two numbers are taken for the same where they differ by no more than this part: somebody may
  /// have rounded.
  private static final BigDecimal ROUNDING = new BigDecimal("0.01");

  /// Pounds in a kilogram, for recognising a slip; weights are converted elsewhere and exactly.
  private static final BigDecimal POUNDS = BodyWeight.ofKilograms("1").pounds();

  private static final int MOST_DOSES = 9;

  private static final List<BigDecimal> TOO_MUCH =
      List.of(new BigDecimal("10"), new BigDecimal("100"), new BigDecimal("1000"));

  private static final List<BigDecimal> TOO_LITTLE =
      List.of(new BigDecimal("0.1"), new BigDecimal("0.01"), new BigDecimal("0.001"));

  private Slips() {}

  /// What may have happened where `typed` stands for a quantity of the order; empty where the
  /// number is the expected one or looks like no slip that is known.
  public static List<Slip> behind(DoseOrder order, Quantity quantity, BigDecimal typed) {
    var expected = quantity.of(order);
    var slips = new ArrayList<Slip>();
    if (same(typed, expected) || typed.signum() <= 0) {
      return List.of();
    }
    if (quantity == Quantity.VIAL_STRENGTH) {
      slips.add(new Slip.OtherStrength(typed.divide(expected, MathContext.DECIMAL32)));
    } else {
      powers(typed, expected, slips);
    }
    for (var other : Quantity.values()) {
      if (same(typed, other.of(order))) {
        slips.add(new Slip.OtherField(other));
      }
    }
    if (quantity == Quantity.WEIGHT) {
      pounds(typed, expected, slips);
    }
    if (quantity == Quantity.DOSE || quantity == Quantity.VIAL_STRENGTH) {
      order
          .vials()
          .map(vials -> vials.inOne(order.vial(), order.moiety()).milligrams())
          .filter(whole -> same(typed, whole))
          .ifPresent(_ -> slips.add(new Slip.WholeVial()));
    }
    if (quantity == Quantity.DOSE || quantity == Quantity.TOTAL_VOLUME) {
      doses(typed, expected, slips);
    }
    return List.copyOf(slips);
  }

  /// What may have happened where a weight lies far from the one before.
  public static List<Slip> behindWeight(BodyWeight typed, BodyWeight last) {
    var slips = new ArrayList<Slip>();
    powers(typed.kilograms(), last.kilograms(), slips);
    pounds(typed.kilograms(), last.kilograms(), slips);
    return List.copyOf(slips);
  }

  /// What may have happened where a dose for each kilogram lies above all that its protocol allows.
  ///
  /// @param weight from which the dose is computed
  public static List<Slip> aboveProtocol(
      BigDecimal typed, BigDecimal lowest, BigDecimal highest, BodyWeight weight) {
    var slips = new ArrayList<Slip>();
    for (var power : TOO_MUCH) {
      if (within(typed.divide(power, MathContext.DECIMAL64), lowest, highest)) {
        slips.add(new Slip.PowerOfTen(power));
      }
    }
    if (within(typed.divide(weight.kilograms(), MathContext.DECIMAL64), lowest, highest)) {
      slips.add(new Slip.OtherField(Quantity.DOSE));
    }
    return List.copyOf(slips);
  }

  /// The words of all of them behind each other; empty where there is none.
  public static String words(List<Slip> slips) {
    return String.join(" ", slips.stream().map(Slip::words).toList());
  }

  private static void powers(BigDecimal typed, BigDecimal expected, List<Slip> slips) {
    for (var power : Stream.concat(TOO_MUCH.stream(), TOO_LITTLE.stream()).toList()) {
      if (same(typed, expected.multiply(power))) {
        slips.add(new Slip.PowerOfTen(power));
      }
    }
  }

  private static void pounds(BigDecimal typed, BigDecimal expected, List<Slip> slips) {
    if (same(typed, expected.multiply(POUNDS))) {
      slips.add(new Slip.PoundsForKilograms());
    }
    if (same(typed.multiply(POUNDS), expected)) {
      slips.add(new Slip.KilogramsForPounds());
    }
  }

  private static void doses(BigDecimal typed, BigDecimal expected, List<Slip> slips) {
    var times = typed.divide(expected, 0, RoundingMode.HALF_UP);
    boolean several = times.compareTo(BigDecimal.valueOf(MOST_DOSES)) <= 0;
    if (several && same(typed, expected.multiply(times))) {
      slips.add(new Slip.SeveralDoses(times.intValueExact()));
    }
  }

  private static boolean within(BigDecimal number, BigDecimal least, BigDecimal most) {
    return number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
  }

  private static boolean same(BigDecimal one, BigDecimal other) {
    return one.subtract(other).abs().compareTo(other.abs().multiply(ROUNDING)) <= 0;
  }
}
