package org.nepenthe.clinic.screening;

import java.util.Optional;
import org.nepenthe.care.decision.Reason;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.screening.Eligibility.MissingFact;
import org.nepenthe.care.screening.rules.Bearing;
import org.nepenthe.clinic.platform.display.ClinicTime;

/// One rule of a decision as the page shows it.
///
/// @param action what the rule asks of the clinic; empty where the knowledge no longer holds it
/// @param missing what would settle it; empty where it is settled
/// @param overridden true where a physician's override of it holds
public record RuleRow(
    Reason reason,
    Bearing bearing,
    String action,
    Optional<MissingFact> missing,
    boolean overridden) {

  /// What was found, as a word that goes with the rule's title.
  public String found() {
    return switch (reason.verdict()) {
      case Verdict.Met _ ->
          switch (bearing) {
            case ABSOLUTE, RELATIVE -> overridden ? "present, overridden" : "present";
            case PRECAUTION -> "applies";
            case TEST -> "due";
          };
      case Verdict.NotMet _ ->
          switch (bearing) {
            case ABSOLUTE, RELATIVE -> "absent";
            case PRECAUTION -> "does not apply";
            case TEST -> "not due";
          };
      case Verdict.Unknown _ -> "not known";
    };
  }

  /// `met`, `not-met` or `unknown`, which gives the mark its shape.
  public String shape() {
    return switch (reason.verdict()) {
      case Verdict.Met _ -> "met";
      case Verdict.NotMet _ -> "not-met";
      case Verdict.Unknown _ -> "unknown";
    };
  }

  public String mark() {
    return switch (reason.verdict()) {
      case Verdict.Met _ -> bearing == Bearing.ABSOLUTE || bearing == Bearing.RELATIVE ? "✕" : "!";
      case Verdict.NotMet _ -> "–";
      case Verdict.Unknown _ -> "?";
    };
  }

  /// When the deciding fact was observed, where what was seen does not say so itself.
  public Optional<String> seenOn(ClinicTime time) {
    return reason
        .verdict()
        .observedAt()
        .map(time::date)
        .filter(date -> !reason.verdict().observed().contains(date));
  }

  /// Rules that came true first, then those that are not known.
  int rank() {
    return switch (reason.verdict()) {
      case Verdict.Met _ -> 0;
      case Verdict.Unknown _ -> 1;
      case Verdict.NotMet _ -> 2;
    };
  }
}
