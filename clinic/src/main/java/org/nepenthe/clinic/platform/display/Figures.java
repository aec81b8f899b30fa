package org.nepenthe.clinic.platform.display;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.DoseRate;
import org.nepenthe.quantity.HeartRate;
import org.nepenthe.quantity.OxygenSaturation;
import org.nepenthe.quantity.PlasmaConcentration;
import org.nepenthe.quantity.Pressure;
import org.nepenthe.quantity.PumpRate;
import org.nepenthe.quantity.RespiratoryRate;
import org.nepenthe.quantity.SolutionStrength;
import org.nepenthe.quantity.Volume;
import org.nepenthe.quantity.WeightNormalisedDose;
import org.nepenthe.quantity.WeightNormalisedRate;

/// Writes numbers with their unit as medication safety asks: a zero before the point, none at the
/// end, a space before the unit that never breaks over a line, a comma from 1,000 up, `mcg` and
/// never a micro sign. A number above zero never shows as 0.
///
/// A value that is computed is rounded to the digits of its quantity. What was ordered or given
/// shows as it was written: `exact`.
public final class Figures {
  /// Keeps number and unit on one line.
  public static final char SPACE = '\u00a0';

  private static final String SECONDS = SPACE + "s";
  private static final String MINUTES = SPACE + "min";
  private static final String HOURS = SPACE + "h";

  private static final BigDecimal GROUPED_FROM = BigDecimal.valueOf(1000);

  private Figures() {}

  public static String of(Dose dose) {
    return withUnit(rounded(dose.milligrams(), 4, 3), "mg");
  }

  public static String of(WeightNormalisedDose dose) {
    return withUnit(rounded(dose.milligramsPerKilogram(), 3, 3), "mg/kg");
  }

  public static String of(WeightNormalisedRate rate) {
    return withUnit(rounded(rate.milligramsPerKilogramPerHour(), 3, 3), "mg/kg/h");
  }

  public static String of(DoseRate rate) {
    return withUnit(rounded(rate.milligramsPerHour(), 4, 3), "mg/h");
  }

  public static String perMinute(DoseRate rate) {
    return withUnit(rounded(rate.milligramsPerMinute(), 3, 3), "mg/min");
  }

  public static String of(PumpRate rate) {
    return withUnit(rounded(rate.millilitresPerHour(), 4, 2), "mL/h");
  }

  public static String of(SolutionStrength strength) {
    return withUnit(rounded(strength.milligramsPerMillilitre(), 4, 3), "mg/mL");
  }

  public static String of(Volume volume) {
    return withUnit(rounded(volume.millilitres(), 4, 2), "mL");
  }

  public static String of(BodyWeight weight) {
    return withUnit(rounded(weight.kilograms(), 4, 1), "kg");
  }

  /// `70 kg (154.3 lb)`
  public static String withPounds(BodyWeight weight) {
    return of(weight) + " (" + withUnit(rounded(weight.pounds(), 4, 1), "lb") + ")";
  }

  public static String of(PlasmaConcentration concentration) {
    return withUnit(rounded(concentration.nanogramsPerMillilitre(), 3, 2), "ng/mL");
  }

  public static String of(Pressure pressure) {
    return withUnit(rounded(pressure.millimetresOfMercury(), 3, 0), "mmHg");
  }

  /// `120/80 mmHg`
  public static String of(Pressure systolic, Pressure diastolic) {
    return rounded(systolic.millimetresOfMercury(), 3, 0)
        + "/"
        + withUnit(rounded(diastolic.millimetresOfMercury(), 3, 0), "mmHg");
  }

  public static String of(HeartRate rate) {
    return withUnit(rounded(rate.beatsPerMinute(), 3, 0), "per min");
  }

  public static String of(RespiratoryRate rate) {
    return withUnit(rounded(rate.breathsPerMinute(), 3, 0), "per min");
  }

  public static String of(OxygenSaturation saturation) {
    return withUnit(rounded(saturation.percent(), 3, 0), "%");
  }

  /// What was ordered, typed or given, with every digit it was written with.
  public static String exact(BigDecimal number, String unit) {
    return withUnit(plain(number), unit);
  }

  /// A whole number of things: `1,234`.
  public static String count(long number) {
    return plain(BigDecimal.valueOf(number));
  }

  /// How long something took, in its two largest units: `1.4 s`, `12 s`, `3 min 20 s`, `2 d 4 h`.
  public static String span(Duration took) {
    if (took.toSeconds() < 10) {
      return rounded(BigDecimal.valueOf(took.toMillis(), 3), 2, 1) + SPACE + "s";
    }
    if (took.toMinutes() < 1) {
      return took.toSeconds() + SECONDS;
    }
    if (took.toHours() < 1) {
      return took.toMinutes() + MINUTES + second(took.toSecondsPart(), SECONDS);
    }
    if (took.toDays() < 1) {
      return took.toHours() + HOURS + second(took.toMinutesPart(), MINUTES);
    }
    return took.toDays() + "" + SPACE + "d" + second(took.toHoursPart(), HOURS);
  }

  private static String second(long number, String unit) {
    return number == 0 ? "" : " " + number + unit;
  }

  /// Joins a number that is already written with its unit.
  public static String withUnit(String number, String unit) {
    return unit.isEmpty() ? number : number + SPACE + unit;
  }

  /// Rounded half up to `significant` digits and at most `decimals` decimals. Digits before the
  /// point are never rounded away.
  ///
  /// @return for a number above zero that would show as 0, "less than" the smallest one shown
  public static String rounded(BigDecimal number, int significant, int decimals) {
    int wholeDigits = Math.max(number.precision() - number.scale(), 1);
    int places = Math.clamp(significant - wholeDigits, 0, decimals);
    if (number.abs().compareTo(BigDecimal.ONE) < 0) {
      places = decimals;
    }
    var shown = number.setScale(places, RoundingMode.HALF_UP);
    if (shown.signum() == 0 && number.signum() > 0) {
      return "less than " + plain(BigDecimal.ONE.movePointLeft(places));
    }
    return plain(shown);
  }

  private static String plain(BigDecimal number) {
    var text = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    if (number.abs().compareTo(GROUPED_FROM) < 0) {
      return text;
    }
    int point = text.indexOf('.');
    var whole = point < 0 ? text : text.substring(0, point);
    return grouped(whole) + (point < 0 ? "" : text.substring(point));
  }

  private static String grouped(String whole) {
    var text = new StringBuilder(whole);
    int first = whole.startsWith("-") ? 1 : 0;
    for (int i = text.length() - 3; i > first; i -= 3) {
      text.insert(i, ',');
    }
    return text.toString();
  }
}
