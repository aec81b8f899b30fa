package org.nepenthe.pharmacology.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.evidence.ReadDepth;

/// How people differ from a model's typical person, one person from one occasion to the next, and a
/// measurement from the person's curve.
///
/// @param randomEffects at most one for each parameter and level
/// @param covariances between two effects of one level; any other two are independent
/// @param residualErrors at most one for each analyte
/// @param missing what of it could not be read, in a sentence for the screen; a model of which
///     nothing could be read has a typical person only
/// @param evidence where it stands; empty where nothing could be read
public record Variability(
    List<RandomEffect> randomEffects,
    List<Covariance> covariances,
    List<ResidualError> residualErrors,
    Optional<String> missing,
    Optional<Evidence> evidence) {

  /// What the variation is among.
  public enum Level {
    BETWEEN_PERSONS,
    /// The same person on another day.
    BETWEEN_OCCASIONS
  }

  /// The scale on which deviations are normal.
  public enum Scale {
    /// `value = typical * e^eta`.
    LOG,
    /// `logit value = logit typical + eta`, for fractions.
    LOGIT;

    /// The value of a person who is off the typical one by eta on this scale.
    public double deviating(double typical, double eta) {
      return switch (this) {
        case LOG -> typical * Math.exp(eta);
        case LOGIT -> typical / (typical + (1 - typical) * Math.exp(-eta));
      };
    }
  }

  /// A normal deviation of one parameter.
  ///
  /// @param variance of eta, on the effect's scale
  public record RandomEffect(
      String parameter, Level level, Scale scale, double variance, ReadDepth read) {
    public RandomEffect {
      if (!(variance > 0 && variance < 100)) {
        throw new IllegalArgumentException(
            "variance of " + parameter + " must lie above 0 and below 100, was " + variance);
      }
    }

    public double standardDeviation() {
      return Math.sqrt(variance);
    }
  }

  /// That two parameters deviate together.
  public record Covariance(
      String first, String second, Level level, double covariance, ReadDepth read) {}

  public Variability {
    randomEffects = List.copyOf(randomEffects);
    covariances = List.copyOf(covariances);
    residualErrors = List.copyOf(residualErrors);
    var seen = new HashSet<String>();
    for (var effect : randomEffects) {
      if (!seen.add(effect.parameter() + " " + effect.level())) {
        throw new IllegalArgumentException(
            "parameter " + effect.parameter() + " deviates twice " + effect.level());
      }
    }
    for (var error : residualErrors) {
      if (!seen.add(error.analyte().name())) {
        throw new IllegalArgumentException(
            "the residual error of " + error.analyte().plainWords() + " stands twice");
      }
    }
  }

  /// Of a model of which only typical values could be read.
  public static Variability unread(String missing) {
    return new Variability(List.of(), List.of(), List.of(), Optional.of(missing), Optional.empty());
  }

  /// True where people can be drawn from the model.
  public boolean isKnown() {
    return !randomEffects.isEmpty();
  }

  /// The effects of one level, in the order of the file.
  public List<RandomEffect> effects(Level level) {
    return randomEffects.stream().filter(effect -> effect.level() == level).toList();
  }

  /// The covariance matrix of [#effects] of a level, row and column in that order.
  public double[][] covarianceMatrix(Level level) {
    var names = effects(level).stream().map(RandomEffect::parameter).toList();
    var matrix = new double[names.size()][names.size()];
    for (int i = 0; i < names.size(); i++) {
      matrix[i][i] = effects(level).get(i).variance();
    }
    for (var covariance : covariances) {
      if (covariance.level() == level) {
        int i = names.indexOf(covariance.first());
        int j = names.indexOf(covariance.second());
        matrix[i][j] = covariance.covariance();
        matrix[j][i] = covariance.covariance();
      }
    }
    return matrix;
  }

  public Optional<ResidualError> residualError(Analyte analyte) {
    return residualErrors.stream().filter(error -> error.analyte() == analyte).findFirst();
  }

  /// The scale of a parameter's deviations; the logarithm for one that has no effect of its own.
  public Scale scaleOf(String parameter) {
    return randomEffects.stream()
        .filter(effect -> effect.parameter().equals(parameter))
        .map(RandomEffect::scale)
        .findFirst()
        .orElse(Scale.LOG);
  }
}
