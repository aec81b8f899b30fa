package org.nepenthe.care.followup;

import java.time.Instant;
import java.util.Optional;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;

/// An answer that nobody passes over, and what became of it. It stays open until a clinician says
/// what was done: no score closes it, striking the answers does not, and neither the patient nor
/// the front desk can.
///
/// @param entry its number in the course's stream
public record SafetyConcern(
    long entry, SafetyAnswerGiven given, Optional<SafetyAnswerSettled> settled) {

  public boolean open() {
    return settled.isEmpty();
  }

  /// What comes of saying that one was settled.
  public sealed interface Settling {}

  public record Settled(SafetyAnswerSettled event) implements Settling {}

  /// @param because what is wrong and what to do, in a sentence
  public record NotSettled(String because) implements Settling {}

  /// A physician or a nurse settles it, in words.
  public Settling settle(String done, Actor by, Instant now) {
    if (by.role() != Role.PHYSICIAN && by.role() != Role.NURSE) {
      return new NotSettled(
          "A physician or a nurse talks with the patient and says what was done.");
    }
    if (!open()) {
      return new NotSettled("It is settled already.");
    }
    if (done.isBlank()) {
      return new NotSettled("Say what was done.");
    }
    return new Settled(new SafetyAnswerSettled(entry, done.strip(), now, by));
  }
}
