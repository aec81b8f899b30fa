package org.nepenthe.clinic.patient;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nepenthe.care.chart.Measurement;

/// The course of one kind of measurement as a small line, drawn to its own scale. Points are joined
/// for the eye alone; between two of them nothing is known.
///
/// @param points in the box WIDTH by HEIGHT, time from left to right
/// @param words the same for those who do not see it
public record Trend(List<Point> points, String words) {
  public static final int WIDTH = 120;
  public static final int HEIGHT = 32;
  private static final int MARGIN = 4;
  private static final int MOST = 40;

  /// One value of the line.
  public record Point(String x, String y) {}

  /// For an SVG polyline.
  public String line() {
    return points.stream().map(p -> p.x() + "," + p.y()).collect(Collectors.joining(" "));
  }

  public Point last() {
    return points.getLast();
  }

  /// Of values of one kind in one unit; empty where there are fewer than two.
  static Optional<Trend> of(List<Measurement> values) {
    var newest =
        values.stream()
            .sorted(Comparator.comparing(Measurement::at).reversed())
            .limit(MOST)
            .sorted(Comparator.comparing(Measurement::at))
            .toList();
    if (newest.size() < 2) {
      return Optional.empty();
    }
    var first = newest.getFirst().at();
    double span = Math.max(1, seconds(first, newest.getLast().at()));
    var low = newest.stream().map(Measurement::value).min(BigDecimal::compareTo).orElseThrow();
    var high = newest.stream().map(Measurement::value).max(BigDecimal::compareTo).orElseThrow();
    double range = high.subtract(low).doubleValue();
    var points =
        newest.stream()
            .map(m ->
                new Point(
                    place(seconds(first, m.at()) / span, WIDTH),
                    place(
                        range == 0 ? 0.5 : 1 - m.value().subtract(low).doubleValue() / range,
                        HEIGHT)))
            .toList();
    return Optional.of(
        new Trend(
            points,
            newest.size()
                + " values, lowest "
                + Shown.number(low)
                + ", highest "
                + Shown.number(high)));
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toSeconds();
  }

  private static String place(double fraction, int length) {
    return String.format(Locale.ROOT, "%.1f", MARGIN + fraction * (length - 2 * MARGIN));
  }
}
