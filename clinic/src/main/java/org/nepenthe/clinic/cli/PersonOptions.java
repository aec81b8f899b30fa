package org.nepenthe.clinic.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.person.Age;
import org.nepenthe.pharmacology.person.Ethnicity;
import org.nepenthe.pharmacology.spoken.SpokenAge;
import org.nepenthe.pharmacology.spoken.SpokenWeight;
import org.nepenthe.quantity.BodyWeight;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// Who the drug is given to.
final class PersonOptions {
  @Option(
      names = "--weight",
      required = true,
      paramLabel = "WEIGHT",
      converter = Weight.class,
      description = "Body weight with its unit: 70kg, 154lb.")
  private Optional<BodyWeight> weight = Optional.empty();

  @Option(
      names = "--age",
      paramLabel = "AGE",
      converter = Years.class,
      description = "Age where a model needs it: 45, 18months.")
  private Optional<Age> age = Optional.empty();

  @Option(
      names = "--ethnicity",
      paramLabel = "NAME",
      converter = Group.class,
      description =
          "Where a model needs it, as its source names the groups: japanese,"
              + " other-asian, not-asian.")
  private Optional<Ethnicity> ethnicity = Optional.empty();

  @Option(
      names = "--sex",
      paramLabel = "SEX",
      description = "female or male. No model that ships uses it.")
  private Optional<Sex> sex = Optional.empty();

  @Option(
      names = "--height",
      paramLabel = "HEIGHT",
      converter = Centimetres.class,
      description = "Height with its unit: 172cm. No model that ships uses it.")
  private Optional<Double> height = Optional.empty();

  /// As identity documents have it; here only so that a later model can ask.
  enum Sex {
    FEMALE,
    MALE
  }

  BodyWeight weight() {
    return weight.orElseThrow();
  }

  Covariates covariates() {
    return new Covariates(weight(), age, ethnicity);
  }

  /// What was said of the person and no model asks for.
  List<String> unused() {
    var unused = new ArrayList<String>();
    sex.ifPresent(_ -> unused.add("sex"));
    height.ifPresent(_ -> unused.add("height"));
    return unused;
  }

  static final class Years implements ITypeConverter<Age> {
    @Override
    public Age convert(String text) {
      return Spoken.value(() -> SpokenAge.parse(text));
    }
  }

  static final class Group implements ITypeConverter<Ethnicity> {
    @Override
    public Ethnicity convert(String text) {
      return Arrays.stream(Ethnicity.values())
          .filter(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text))
          .findFirst()
          .orElseThrow(() ->
              new TypeConversionException(
                  "'" + text + "': say japanese, other-asian or not-asian"));
    }
  }

  static final class Centimetres implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      if (!text.matches("[1-9]\\d{1,2}(\\.\\d)? ?cm")) {
        throw new TypeConversionException("'" + text + "': a height is said as 172cm");
      }
      return Double.valueOf(text.replaceAll(" ?cm", ""));
    }
  }

  static final class Weight implements ITypeConverter<BodyWeight> {
    @Override
    public BodyWeight convert(String text) {
      return Spoken.value(() -> SpokenWeight.parse(text));
    }
  }
}
