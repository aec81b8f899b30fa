package org.nepenthe.care.followup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.DecisionRecord;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.decision.Signature;

/// The decision at the end of a look back.
public final class Deciding {
  private Deciding() {}

  /// What comes of a wish to decide.
  public sealed interface Result {}

  public record Decided(CourseDecided event) implements Result {}

  /// @param faults what is wrong and what to do, in sentences
  public record Refused(List<String> faults) implements Result {
    public Refused {
      faults = List.copyOf(faults);
    }
  }

  /// A physician decides, with a reason. Prompts are advice and stop nobody; the basis they came
  /// from is kept with the decision.
  ///
  /// What they do not stop, an unsettled answer about self-harm does: somebody talks with the
  /// patient first.
  ///
  /// @param choice empty where nothing was chosen
  /// @param open answers that nobody passes over and that nobody settled
  public static Result decide(
      Optional<CourseDecision> choice,
      String reason,
      List<SafetyConcern> open,
      DecisionRecord<Response> basis,
      Actor physician,
      Instant at) {
    var faults = new ArrayList<String>();
    if (physician.role() != Role.PHYSICIAN) {
      faults.add("Only a physician decides how to go on.");
    }
    for (var concern : open) {
      faults.add(
          "Settle first, on the follow-up page: %s: %s."
              .formatted(concern.given().asks(), concern.given().answer()));
    }
    if (choice.isEmpty()) {
      faults.add("Choose how to go on.");
    }
    if (reason.isBlank()) {
      faults.add("Say why.");
    }
    if (!faults.isEmpty()) {
      return new Refused(faults);
    }
    return new Decided(
        new CourseDecided(
            choice.orElseThrow(),
            basis,
            new Signature(physician, at, Signature.Meaning.DECIDED, reason.strip())));
  }
}
