package org.nepenthe.clinic.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.pharmacology.regimen.Route;
import org.nepenthe.pharmacology.spoken.SpokenDose;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Moiety;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// What is given, and of which ketamine.
final class DoseOptions {
  @Option(
      names = "--dose",
      required = true,
      paramLabel = "DOSE",
      converter = Spoken.Dose.class,
      description = {
        "When and what, as people say it; any number of times:",
        "  \"0 min: 10 mg\"                    at once",
        "  \"0-40 min: 30 mg/h\"               at a rate; also mg/kg/h, mcg/kg/min",
        "  \"0 min: 0.5 mg/kg over 40 min\"    spread evenly",
        "  \"1 h: 30 mg/h for 90 min\"",
        "  \"0 min: 56 mg intranasal\"          by that route"
      })
  private List<SpokenDose> doses = new ArrayList<>();

  @Option(
      names = "--moiety",
      paramLabel = "NAME",
      converter = Name.class,
      description = "ketamine (racemic; where nothing is said) or esketamine.")
  private Optional<Moiety> moiety = Optional.empty();

  @Option(
      names = "--route",
      paramLabel = "ROUTE",
      converter = Spoken.Way.class,
      description =
          "Of doses that do not say their own: iv (where nothing is said), im, sc,"
              + " intranasal, sublingual, oral. Rates run into a vein.")
  private Route route = Route.INTRAVENOUS;

  Moiety moiety() {
    return moiety.orElse(Moiety.RACEMIC_KETAMINE);
  }

  /// True where nobody said which ketamine is meant.
  boolean moietyIsAssumed() {
    return moiety.isEmpty();
  }

  /// True where every dose is for each kilogram.
  ///
  /// @throws IllegalArgumentException where some are and some are not
  boolean isPerKilogram() {
    long each = doses.stream().filter(dose -> dose.quantity().perKilogram()).count();
    if (each > 0 && each < doses.size()) {
      throw new IllegalArgumentException(
          "among many people doses are either all for each kg, or none");
    }
    return each > 0;
  }

  /// @throws IllegalArgumentException if doses overlap
  Regimen regimen(BodyWeight weight) {
    var regimen = Regimen.none(moiety());
    for (var dose : doses) {
      boolean saysItsOwn = !(dose instanceof SpokenDose.AtOnce);
      regimen = dose.addedTo(regimen, weight, saysItsOwn ? Route.INTRAVENOUS : route);
    }
    return regimen;
  }

  static final class Name implements ITypeConverter<Moiety> {
    @Override
    public Moiety convert(String text) {
      return switch (text) {
        case "ketamine", "racemic", "racemic-ketamine" -> Moiety.RACEMIC_KETAMINE;
        case "esketamine" -> Moiety.ESKETAMINE;
        default ->
            throw new TypeConversionException("'" + text + "' is neither ketamine nor esketamine");
      };
    }
  }
}
