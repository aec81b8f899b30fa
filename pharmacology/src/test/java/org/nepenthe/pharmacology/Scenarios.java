package org.nepenthe.pharmacology;

import static org.nepenthe.quantity.Moiety.RACEMIC_KETAMINE;

import java.util.List;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.DoseRate;

/// The regimens that the reference programs were run on, ketamine base.
final class Scenarios {
  private static final double ONE_SECOND = 1.0 / 60;

  private Scenarios() {}

  /// 35 mg over 40 min.
  static Regimen a() {
    return Regimen.none(RACEMIC_KETAMINE).plusRate(0, 40, rate("52.5"));
  }

  /// 140 mg at once.
  static Regimen b() {
    return Regimen.none(RACEMIC_KETAMINE).plusBolus(0, Dose.ofMilligrams("140", RACEMIC_KETAMINE));
  }

  /// 140 mg in one second: 504,000 mg/h.
  static Regimen bOverOneSecond() {
    return Regimen.none(RACEMIC_KETAMINE).plusRate(0, ONE_SECOND, rate("504000"));
  }

  /// At 85 kg, 29.75 mg in one second (107,100 mg/h) and 17 mg/h from the same instant for 240 min.
  static Regimen cOverOneSecond() {
    return Regimen.none(RACEMIC_KETAMINE)
        .plusRate(0, ONE_SECOND, rate("107117"))
        .plusRate(ONE_SECOND, 240, rate("17"));
  }

  /// 10, 20, 30, 40 mg/h from 0, 60, 120, 180 min, the last held to 7,200 min.
  static Regimen d() {
    return Regimen.none(RACEMIC_KETAMINE)
        .plusRate(0, 60, rate("10"))
        .plusRate(60, 120, rate("20"))
        .plusRate(120, 180, rate("30"))
        .plusRate(180, 7200, rate("40"));
  }

  static Regimen named(String name) {
    return switch (name) {
      case "A" -> a();
      case "B" -> b();
      case "B over 1 s" -> bOverOneSecond();
      case "C over 1 s" -> cOverOneSecond();
      case "D" -> d();
      default -> throw new IllegalArgumentException(name);
    };
  }

  static List<String> names() {
    return List.of("A", "B", "B over 1 s", "C over 1 s", "D");
  }

  static DoseRate rate(String milligramsPerHour) {
    return DoseRate.ofMilligramsPerHour(milligramsPerHour, RACEMIC_KETAMINE);
  }
}
