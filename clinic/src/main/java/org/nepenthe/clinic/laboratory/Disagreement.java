package org.nepenthe.clinic.laboratory;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nepenthe.pharmacology.Band;

/// How far models lie apart: where they are highest, and a while after the last dose ended. Models
/// that agree while drug runs in can part when it stops, which is what matters for recovery.
///
/// @param atPeak where the band between the models is highest
/// @param later a while after the end; empty where that is not shown
public record Disagreement(Apart atPeak, Optional<Apart> later) {
  /// Minutes after the last dose.
  static final double LATER = 20;

  private static final double NOTHING = 1e-6;

  /// @param lower ng/mL
  /// @param upper ng/mL
  public record Apart(double minute, double lower, double upper) {
    /// By how many percent the highest exceeds the lowest.
    public double percent() {
      return (upper / lower - 1) * 100;
    }
  }

  /// Empty where there is nothing to compare.
  static Optional<Disagreement> of(Band band, List<Double> minutes, double end) {
    int peak =
        IntStream.range(0, minutes.size())
            .boxed()
            .max(java.util.Comparator.comparingDouble(i -> band.upper().get(i)))
            .orElse(0);
    return apart(band, minutes, peak)
        .map(atPeak ->
            new Disagreement(
                atPeak, index(minutes, end + LATER).flatMap(i -> apart(band, minutes, i))));
  }

  private static Optional<Integer> index(List<Double> minutes, double wanted) {
    return IntStream.range(0, minutes.size())
        .filter(i -> Math.abs(minutes.get(i) - wanted) < 1e-9)
        .boxed()
        .findFirst();
  }

  private static Optional<Apart> apart(Band band, List<Double> minutes, int i) {
    return band.lower().get(i) > NOTHING
        ? Optional.of(new Apart(minutes.get(i), band.lower().get(i), band.upper().get(i)))
        : Optional.empty();
  }
}
