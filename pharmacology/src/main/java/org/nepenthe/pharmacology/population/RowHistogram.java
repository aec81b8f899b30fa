package org.nepenthe.pharmacology.population;

import java.util.NavigableMap;
import java.util.TreeMap;

/// Counts of values, one row of bins for each time, from which percentiles are read. Its size does
/// not depend on how many values are counted.
///
/// A bin is a value's leading bits: its exponent and [#BITS] of its mantissa. Bins are 1/256 of a
/// power of two wide, at most 0.4 % of the value, and finding one takes a shift instead of a
/// logarithm. Each row has bins for the range a pilot showed and as much again beside it; the few
/// values beyond are counted in a map, so that none is lost.
final class RowHistogram {
  static final int BITS = 8;
  private static final int SHIFT = 52 - BITS;

  private final int[] base;
  private final int[] start;
  private final int[] counts;
  private final TreeMap<Integer, TreeMap<Integer, Integer>> beyond = new TreeMap<>();

  /// Where the bins of each row begin and end: shared by the histograms of the parts of a
  /// population, so that they can be added.
  static final class Bins {
    private final int[] base;
    private final int[] start;

    /// @param least the smallest value the pilot saw in each row
    /// @param most the largest
    Bins(double[] least, double[] most) {
      base = new int[least.length];
      start = new int[least.length + 1];
      for (int row = 0; row < least.length; row++) {
        base[row] = bin(least[row] / 2);
        start[row + 1] = start[row] + bin(most[row] * 2) - base[row] + 1;
      }
    }
  }

  /// An empty one.
  RowHistogram(Bins bins) {
    base = bins.base;
    start = bins.start;
    counts = new int[start[base.length]];
  }

  /// Counts `values` from `offset` in a row. A value below 0 is counted as 0.
  void count(int row, double[] values, int offset, int length) {
    int first = base[row];
    int from = start[row];
    int size = start[row + 1] - from;
    int lost = fill(values, offset, length, first, counts, from, size);
    if (lost > 0) {
      countBeyond(row, values, offset, length);
    }
  }

  private static int fill(
      double[] values, int offset, int length, int first, int[] counts, int from, int size) {
    int lost = 0;
    for (int i = offset; i < offset + length; i++) {
      int bin = (int) (Double.doubleToRawLongBits(values[i]) >>> SHIFT) - first;
      if (bin >= 0 && bin < size) {
        counts[from + bin]++;
      } else {
        lost++;
      }
    }
    return lost;
  }

  private void countBeyond(int row, double[] values, int offset, int length) {
    int size = start[row + 1] - start[row];
    for (int i = offset; i < offset + length; i++) {
      int raw = (int) (Double.doubleToRawLongBits(values[i]) >>> SHIFT) - base[row];
      if (raw < 0 || raw >= size) {
        beyond.computeIfAbsent(row, _ -> new TreeMap<>()).merge(bin(values[i]), 1, Integer::sum);
      }
    }
  }

  private static int bin(double value) {
    return (int) (Double.doubleToRawLongBits(Math.max(0.0, value)) >>> SHIFT);
  }

  /// Adds the counts of one with the same bins.
  void add(RowHistogram other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
    other.beyond.forEach((row, more) -> {
      var mine = beyond.computeIfAbsent(row, _ -> new TreeMap<>());
      more.forEach((bin, count) -> mine.merge(bin, count, Integer::sum));
    });
  }

  /// How many values were counted beyond the pilot's bins.
  long beyond() {
    return beyond.values().stream()
        .flatMap(row -> row.values().stream())
        .mapToLong(Integer::longValue)
        .sum();
  }

  /// The value of a rank, counted from 1 for the smallest, within half a percent.
  double ranked(int row, long rank) {
    NavigableMap<Integer, Integer> outside = beyond.getOrDefault(row, new TreeMap<>());
    long seen = 0;
    for (var entry : outside.headMap(base[row], false).entrySet()) {
      if (seen + entry.getValue() >= rank) {
        return within(entry.getKey(), rank - seen, entry.getValue());
      }
      seen += entry.getValue();
    }
    for (int i = start[row]; i < start[row + 1]; i++) {
      if (seen + counts[i] >= rank) {
        return within(base[row] + i - start[row], rank - seen, counts[i]);
      }
      seen += counts[i];
    }
    for (var entry : outside.tailMap(base[row], true).entrySet()) {
      if (seen + entry.getValue() >= rank) {
        return within(entry.getKey(), rank - seen, entry.getValue());
      }
      seen += entry.getValue();
    }
    throw new IllegalArgumentException("only " + seen + " values were counted, not " + rank);
  }

  /// The values of a bin are taken to lie evenly in it.
  private static double within(int bin, long rank, int count) {
    if (bin == 0) {
      return 0;
    }
    double low = Double.longBitsToDouble((long) bin << SHIFT);
    double high = Double.longBitsToDouble((long) (bin + 1) << SHIFT);
    return low + (high - low) * (rank - 0.5) / count;
  }
}
