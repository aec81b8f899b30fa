package org.nepenthe.care.screening.load;

import java.math.BigDecimal;
import java.util.List;
import org.nepenthe.evidence.Evidence;

/// The opioids of a patient in morphine milligram equivalents a day: each line with its arithmetic,
/// and what could not be computed. An estimate of risk, never a dose of another opioid.
public record OpioidLoad(List<Line> lines) {
  public OpioidLoad {
    lines = List.copyOf(lines);
  }

  /// One entry of the list of medicines.
  public sealed interface Line {
    String name();

    /// The entry's own name in its source.
    String sourceId();
  }

  /// @param arithmetic how the number came about, step by step
  /// @param equivalents MME a day
  /// @param by who stated the dose, with the day; empty where the list itself gives it
  public record Counted(
      String name,
      String sourceId,
      String arithmetic,
      BigDecimal equivalents,
      String by,
      List<String> cautions,
      List<Evidence> evidence)
      implements Line {}

  /// An opioid of which the source of the factors says that there is none.
  public record WithoutFactor(String name, String sourceId, String why, List<Evidence> evidence)
      implements Line {}

  /// @param opioid id of the factor by which a stated dose could be counted; empty where none fits
  /// @param unit in which the dose is to be stated; empty where none fits
  public record NotComputed(String name, String sourceId, String why, String opioid, String unit)
      implements Line {}

  /// An older order of what is counted already.
  public record Repeated(String name, String sourceId) implements Line {}

  /// What could be counted, in MME a day.
  public BigDecimal total() {
    return lines.stream()
        .filter(Counted.class::isInstance)
        .map(line -> ((Counted) line).equivalents())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public List<NotComputed> notComputed() {
    return lines.stream()
        .filter(NotComputed.class::isInstance)
        .map(NotComputed.class::cast)
        .toList();
  }

  public List<WithoutFactor> withoutFactor() {
    return lines.stream()
        .filter(WithoutFactor.class::isInstance)
        .map(WithoutFactor.class::cast)
        .toList();
  }

  /// The sum as it may be said: a sum that lacks a line is at least so much.
  public String words() {
    var number = total().stripTrailingZeros().toPlainString() + " MME a day";
    return notComputed().isEmpty() && withoutFactor().isEmpty() ? number : "at least " + number;
  }
}
