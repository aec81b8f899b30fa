package org.nepenthe.pharmacology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// One file of `reference/pk`: columns by name, every value as it stands there.
record ReferenceCurve(String file, List<String> columns, List<double[]> rows) {

  static ReferenceCurve read(String file) {
    try (InputStream bytes = ReferenceCurve.class.getResourceAsStream("/reference/pk/" + file)) {
      assertThat(bytes).as(file).isNotNull();
      var lines =
          new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#") && !line.isBlank())
              .toList();
      var columns = List.of(lines.getFirst().split(","));
      var rows = lines.stream().skip(1).map(ReferenceCurve::row).toList();
      assertThat(rows).as(file).hasSizeGreaterThan(5);
      return new ReferenceCurve(file, columns, rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] row(String line) {
    return Arrays.stream(line.split(","))
        .mapToDouble(cell -> Double.parseDouble(cell.strip()))
        .toArray();
  }

  List<Double> column(String name) {
    int index = columns.indexOf(name);
    assertThat(index).as("column %s of %s", name, file).isNotNegative();
    return rows.stream().map(row -> row[index]).toList();
  }

  /// Fails unless every value is within a relative tolerance of the column, in its order.
  ///
  /// @param unit what one unit of the column is in ng/mL
  void assertMatches(String column, double unit, List<Double> ours, double tolerance) {
    var theirs = column(column);
    assertThat(ours).as("%s %s", file, column).hasSameSizeAs(theirs);
    for (int i = 0; i < theirs.size(); i++) {
      double expected = theirs.get(i) * unit;
      assertThat(Math.abs(ours.get(i) - expected))
          .as("%s %s at row %d: ours %s, theirs %s", file, column, i, ours.get(i), expected)
          // 1e-9 ng/mL: what is left of a zero in the reference programs
          .isLessThanOrEqualTo(Math.max(tolerance * Math.abs(expected), 1e-9));
    }
  }
}
