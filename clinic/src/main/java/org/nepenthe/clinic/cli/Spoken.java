package org.nepenthe.clinic.cli;

import java.util.function.Supplier;
import org.nepenthe.pharmacology.regimen.Route;
import org.nepenthe.pharmacology.spoken.SpokenDose;
import org.nepenthe.pharmacology.spoken.SpokenRoute;
import org.nepenthe.pharmacology.spoken.SpokenTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Words on the command line, read by the library; what is wrong with them is told as it says.
final class Spoken {
  private Spoken() {}

  /// @throws TypeConversionException with the library's own words, if it refuses
  static <T> T value(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException refused) {
      throw new TypeConversionException(String.valueOf(refused.getMessage()));
    }
  }

  /// A time or duration, in minutes.
  static final class Time implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      return value(() -> SpokenTime.minutes(text));
    }
  }

  static final class Way implements ITypeConverter<Route> {
    @Override
    public Route convert(String text) {
      return value(() -> SpokenRoute.parse(text));
    }
  }

  static final class Dose implements ITypeConverter<SpokenDose> {
    @Override
    public SpokenDose convert(String text) {
      return value(() -> SpokenDose.parse(text));
    }
  }
}
