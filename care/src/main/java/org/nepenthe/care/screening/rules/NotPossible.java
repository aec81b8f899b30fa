package org.nepenthe.care.screening.rules;

import java.time.Instant;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.screening.facts.ClinicDates;
import org.nepenthe.care.screening.facts.ScreeningFacts;
import org.nepenthe.care.screening.facts.ScreeningFacts.Mentions;
import org.nepenthe.care.screening.interview.Question;

/// A documented reason why a fact cannot be: a fresh "absent" to another question, with a note that
/// says why. Without the note it exempts nobody, and it never outweighs what says that the fact is.
final class NotPossible {
  private final Question question;
  private final Attestation attestation;

  NotPossible(Question question, ClinicDates dates) {
    this.question = question;
    this.attestation = new Attestation(question, dates);
  }

  /// The verdict as it stands, or not met where it was unknown only for want of an answer.
  Verdict instead(Verdict own, ScreeningFacts facts, Mentions mentions, Instant at) {
    boolean open = own instanceof Verdict.Unknown && mentions.stated().isEmpty();
    boolean reasoned =
        facts.interview().latest(question.id()).filter(one -> !one.note().isBlank()).isPresent();
    return open
            && reasoned
            && attestation.settle(facts, mentions, at)
                instanceof Verdict.NotMet(var observed, var on)
        ? new Verdict.NotMet("not possible: " + observed, on)
        : own;
  }
}
