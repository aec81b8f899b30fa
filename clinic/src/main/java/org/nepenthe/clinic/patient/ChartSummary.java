package org.nepenthe.clinic.patient;

import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.Coded;

/// A chart as its page shows it: everything written out, nothing left to be worked out.
///
/// @param unrecognised codes the clinic has no meaning for, each once
public record ChartSummary(
    List<Tile> vitalSigns,
    List<Line> problems,
    List<Line> pastProblems,
    List<Line> medications,
    List<Line> pastMedications,
    List<Line> allergies,
    boolean statesNoAllergy,
    List<Series> laboratory,
    List<Series> scores,
    List<Series> otherNumbers,
    List<Line> findings,
    List<Line> procedures,
    List<Coded> unrecognised) {

  /// A vital sign in large figures; without a figure where it was never measured.
  ///
  /// @param when date and age; empty where it was never measured
  /// @param entered how it was typed, where it had to be converted
  public record Tile(
      String label,
      String figure,
      String unit,
      String when,
      String entered,
      Optional<Trend> trend) {}

  /// One fact in words.
  ///
  /// @param recognised whether the clinic's knowledge has a meaning for its code
  /// @param status empty where the list it stands in says it
  /// @param when empty where the source gives no date
  /// @param note dosage, reaction or result
  public record Line(String name, boolean recognised, String status, String when, String note) {}

  /// All values of one kind, with the newest written out.
  public record Series(
      String name,
      boolean recognised,
      String latest,
      String when,
      int count,
      Optional<Trend> trend) {}
}
