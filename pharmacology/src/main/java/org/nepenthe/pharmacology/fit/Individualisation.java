package org.nepenthe.pharmacology.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.nepenthe.pharmacology.Pharmacokinetics;
import org.nepenthe.pharmacology.Prediction;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.regimen.Regimen;

/// Finds the most probable person behind a few timed levels (maximum a posteriori), or says why it
/// cannot.
///
/// ```
/// var fitted = Individualisation.fit(model, person, given, levels);
/// switch (fitted) {
///   case Fitted own -> show(own.band(given, Minutes.every(1, 240), 0.9));
///   case Individualised.Refused refused -> explain(refused.refusals());
/// }
/// ```
public final class Individualisation {
  /// With fewer, no level can be outvoted by the others.
  private static final int FEWEST_FOR_ROBUST = 3;

  private Individualisation() {}

  /// With the model as published.
  public static Individualised fit(
      PkModel model, Covariates person, Regimen given, List<MeasuredLevel> levels) {
    return fit(model, person, given, levels, FitOptions.published());
  }

  /// @param given everything the person was given before the last level, on the levels' clock
  /// @param levels in any order; none gives the typical person, as unsure as the model is
  public static Individualised fit(
      PkModel model,
      Covariates person,
      Regimen given,
      List<MeasuredLevel> levels,
      FitOptions options) {
    var refusals = refusals(model, person, given, levels, options);
    if (!refusals.isEmpty()) {
      return new Individualised.Refused(refusals);
    }
    var sorted = new ArrayList<>(levels);
    sorted.sort(Comparator.comparingDouble(MeasuredLevel::minute));
    var problem = new Problem(model, person, given, sorted, options);
    var mode = problem.mode(sorted);
    return new Fitted(problem, sorted, mode, problem.covariance(sorted, mode));
  }

  private static List<Refusal> refusals(
      PkModel model,
      Covariates person,
      Regimen given,
      List<MeasuredLevel> levels,
      FitOptions options) {
    var refusals = new ArrayList<Refusal>();
    if (!model.variability().isKnown()) {
      refusals.add(new Refusal.NoVariability(model, model.variability().missing()));
    }
    if (Pharmacokinetics.simulate(model, person, given, List.of())
        instanceof Prediction.Refusal refusal) {
      refusals.add(new Refusal.NotPredicted(refusal));
    }
    levels.forEach(level -> addRefusals(model, given, level, refusals));
    if (refusals.isEmpty() && options.isFlattened()) {
      int deviations = Prior.of(model, person, given, levels, 1).parameters().size();
      if (levels.size() < deviations) {
        refusals.add(new Refusal.TooFewLevels("A flattened prior", deviations, levels.size()));
      }
    }
    if (options.errorLaw() instanceof ErrorLaw.StudentT && levels.size() < FEWEST_FOR_ROBUST) {
      refusals.add(
          new Refusal.TooFewLevels(
              "Telling a mistimed sample from the others", FEWEST_FOR_ROBUST, levels.size()));
    }
    return refusals;
  }

  private static void addRefusals(
      PkModel model, Regimen given, MeasuredLevel level, List<Refusal> refusals) {
    boolean offered =
        model.measured().stream().anyMatch(measured -> measured.analyte() == level.analyte());
    boolean weighed = model.variability().residualError(level.analyte()).isPresent();
    if (!offered || (model.variability().isKnown() && !weighed)) {
      refusals.add(new Refusal.OtherAnalyte(model, level));
    }
    if (level.moiety() != given.moiety()) {
      refusals.add(new Refusal.OtherAssay(level, given.moiety()));
    }
    if (level.matrix() != model.matrix()) {
      refusals.add(new Refusal.OtherMatrix(model, level, flows(given, level.minute())));
    }
    if (level.isBelowQuantification()) {
      refusals.add(new Refusal.BelowQuantification(level));
    }
    if (given.milligramsBefore(level.minute()) == 0) {
      refusals.add(new Refusal.BeforeFirstDose(level));
    }
  }

  private static boolean flows(Regimen given, double minute) {
    return given.rates().stream()
        .anyMatch(rate ->
            !rate.rate().isZero() && rate.fromMinute() <= minute && minute <= rate.untilMinute());
  }
}
