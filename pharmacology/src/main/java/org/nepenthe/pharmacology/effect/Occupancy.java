package org.nepenthe.pharmacology.effect;

import java.util.ArrayList;
import java.util.List;
import org.nepenthe.evidence.BrokenFile;
import org.nepenthe.evidence.Citations;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.evidence.YamlNode;
import org.nepenthe.pharmacology.model.Analyte;
import org.nepenthe.pharmacology.model.ShippedFile;
import org.nepenthe.quantity.Moiety;

/// How much of the NMDA receptor's channel is taken, as a band over the published binding constants
/// and unbound fractions, which differ severalfold. Ketamine and norketamine compete for one site:
/// `X / (1 + X)` with `X` the sum of unbound concentration over binding constant;
/// hydroxynorketamine is left out, it hardly binds.
///
/// @param constants one for each study, moiety and analyte
public record Occupancy(List<Constant> constants, List<Unbound> unbound) {
  public Occupancy {
    constants = List.copyOf(constants);
    unbound = List.copyOf(unbound);
  }

  /// A binding constant, in umol/L of unbound drug that takes half of the channels.
  public record Constant(
      Moiety moiety, Analyte analyte, double micromolesPerLitre, Evidence evidence) {}

  /// The fraction of a drug in plasma that is not bound to protein.
  public record Unbound(Moiety moiety, double fraction, Evidence evidence) {}

  /// Fractions of the receptor, 0 to 1.
  public record Taken(double lowest, double highest) {}

  /// Reads the shipped file.
  ///
  /// @throws BrokenFile with file and line, if it cannot be used
  public static Occupancy shipped() {
    return read(ShippedFile.read("nmda.yaml"), ShippedFile.citations());
  }

  static Occupancy read(YamlNode root, Citations citations) {
    root.onlyKeys("constants", "unbound");
    var constants = new ArrayList<Constant>();
    for (var item : root.get("constants").items()) {
      item.onlyKeys("moiety", "analyte", "value", "unit", "evidence");
      constants.add(
          new Constant(
              item.get("moiety").oneOf(Moiety.class),
              item.get("analyte").oneOf(Analyte.class),
              within(item, "umol/L", 1e6),
              citations.evidence(item.get("evidence"))));
    }
    var unbound = new ArrayList<Unbound>();
    for (var item : root.get("unbound").items()) {
      item.onlyKeys("moiety", "value", "unit", "evidence");
      unbound.add(
          new Unbound(
              item.get("moiety").oneOf(Moiety.class),
              within(item, "1", 1),
              citations.evidence(item.get("evidence"))));
    }
    for (var moiety : Moiety.values()) {
      boolean known =
          constants.stream().anyMatch(c -> c.moiety() == moiety && c.analyte() == Analyte.KETAMINE)
              && constants.stream()
                  .anyMatch(c -> c.moiety() == moiety && c.analyte() == Analyte.NORKETAMINE)
              && unbound.stream().anyMatch(u -> u.moiety() == moiety);
      if (!known) {
        throw root.broken("constants or unbound fractions are missing of " + moiety.genericName());
      }
    }
    return new Occupancy(constants, unbound);
  }

  private static double within(YamlNode item, String unit, double highest) {
    double value = item.get("value").decimal().doubleValue();
    if (!item.get("unit").text().equals(unit) || !(value > 0 && value <= highest)) {
      throw item.get("value").broken("expected a number above 0 and up to " + highest + " " + unit);
    }
    return value;
  }

  /// @param moiety what was given, and so what both concentrations are of
  /// @param ketamine in plasma, ng/mL
  /// @param norketamine in plasma, ng/mL; 0 where it is not known, which makes the band too low
  public Taken of(Moiety moiety, double ketamine, double norketamine) {
    nonNegative(ketamine, "ketamine");
    nonNegative(norketamine, "norketamine");
    double parent = ketamine / Analyte.KETAMINE.molarMass();
    double metabolite = norketamine / Analyte.NORKETAMINE.molarMass();
    var fractions =
        unbound.stream()
            .filter(u -> u.moiety() == moiety)
            .mapToDouble(Unbound::fraction)
            .summaryStatistics();
    var ofParent = bindingConstants(moiety, Analyte.KETAMINE);
    var ofMetabolite = bindingConstants(moiety, Analyte.NORKETAMINE);
    double least =
        fractions.getMin() * (parent / ofParent.getMax() + metabolite / ofMetabolite.getMax());
    double most =
        fractions.getMax() * (parent / ofParent.getMin() + metabolite / ofMetabolite.getMin());
    return new Taken(least / (1 + least), most / (1 + most));
  }

  private java.util.DoubleSummaryStatistics bindingConstants(Moiety moiety, Analyte analyte) {
    return constants.stream()
        .filter(c -> c.moiety() == moiety && c.analyte() == analyte)
        .mapToDouble(Constant::micromolesPerLitre)
        .summaryStatistics();
  }

  private static void nonNegative(double value, String name) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a concentration of "
              + name
              + " must be finite and not negative, was "
              + value
              + " ng/mL");
    }
  }
}
