package org.nepenthe.pharmacology.population;

import java.util.List;
import org.nepenthe.pharmacology.model.Analyte;

/// How the concentrations of everything a model measures are spread in a population at each time.
/// Percentiles are those of [PercentileBands].
public final class AnalyteBands {
  private final List<Double> minutes;
  private final long persons;
  private final List<Analyte> analytes;
  private final List<RowHistogram> curves;

  AnalyteBands(
      List<Double> minutes, long persons, List<Analyte> analytes, List<RowHistogram> curves) {
    this.minutes = minutes;
    this.persons = persons;
    this.analytes = analytes;
    this.curves = curves;
  }

  public List<Double> minutes() {
    return minutes;
  }

  public long persons() {
    return persons;
  }

  public List<Analyte> analytes() {
    return analytes;
  }

  /// In plasma at each of the minutes, in ng/mL.
  ///
  /// @param percent above 0, at most 100
  /// @throws IllegalArgumentException if the model does not measure the analyte
  public double[] inPlasma(Analyte analyte, double percent) {
    int curve = analytes.indexOf(analyte);
    if (curve < 0) {
      throw new IllegalArgumentException("the model offers no " + analyte.plainWords());
    }
    return ranked(curve, percent);
  }

  /// Of the drug given, at the effect site, in ng/mL.
  ///
  /// @param percent above 0, at most 100
  public double[] atEffectSite(double percent) {
    return ranked(analytes.size(), percent);
  }

  private double[] ranked(int curve, double percent) {
    long rank = PercentileBands.rank(persons, percent);
    var values = new double[minutes.size()];
    for (int row = 0; row < values.length; row++) {
      values[row] = curves.get(curve).ranked(row, rank);
    }
    return values;
  }
}
