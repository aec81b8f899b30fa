package org.nepenthe.pharmacology.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// How well a model predicts, as Varvel, Donoho and Shafer defined it (Measuring the predictive
/// performance of computer-controlled infusion pumps. J Pharmacokinet Biopharm 1992;20:63-94).
///
/// @param levels how many levels it rests on
/// @param bias MDPE: median of the performance errors, in %; above 0 the model under-predicts
/// @param inaccuracy MDAPE: median of their absolute values, in %
/// @param wobble median of how far they lie from the same person's MDPE, in %
/// @param divergence slope of the absolute error over time, in % per hour: above 0 predictions get
///     worse as time goes on; empty where all levels are of one time
public record Performance(
    int levels, double bias, double inaccuracy, double wobble, OptionalDouble divergence) {

  /// Of one person.
  ///
  /// @throws IllegalArgumentException without any level
  public static Performance ofPerson(List<ComparedLevel> levels) {
    return pooled(List.of(levels));
  }

  /// Of many persons, all levels in one pot. Wobble is taken around each person's own bias, and
  /// divergence is the slope within persons, so that a person whose levels all lie late and off
  /// does not pass for one whose errors grow.
  ///
  /// @param persons the levels of each
  /// @throws IllegalArgumentException without any level
  public static Performance pooled(List<List<ComparedLevel>> persons) {
    var errors = new ArrayList<Double>();
    var wobbles = new ArrayList<Double>();
    double products = 0;
    double squares = 0;
    for (var levels : persons) {
      if (levels.isEmpty()) {
        continue;
      }
      var own = levels.stream().map(ComparedLevel::errorPercent).toList();
      double bias = median(own);
      errors.addAll(own);
      own.forEach(error -> wobbles.add(Math.abs(error - bias)));
      double hour = mean(levels.stream().map(level -> level.minute() / 60).toList());
      double size = mean(own.stream().map(Math::abs).toList());
      for (var level : levels) {
        double later = level.minute() / 60 - hour;
        products += later * (Math.abs(level.errorPercent()) - size);
        squares += later * later;
      }
    }
    if (errors.isEmpty()) {
      throw new IllegalArgumentException("a performance needs at least one level, was given none");
    }
    return new Performance(
        errors.size(),
        median(errors),
        median(errors.stream().map(Math::abs).toList()),
        median(wobbles),
        squares > 0 ? OptionalDouble.of(products / squares) : OptionalDouble.empty());
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private static double median(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
