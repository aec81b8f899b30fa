package org.nepenthe.care.screening.rules;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.nepenthe.care.decision.Input.What;
import org.nepenthe.care.decision.Verdict.Met;
import org.nepenthe.care.decision.Verdict.NotMet;
import org.nepenthe.care.decision.Verdict.Unknown;
import org.nepenthe.care.referral.FailedTherapy;
import org.nepenthe.care.referral.TherapyKind;
import org.nepenthe.care.screening.facts.ClinicDates;
import org.nepenthe.care.screening.facts.ScreeningFacts;
import org.nepenthe.care.screening.facts.ScreeningFacts.Mentions;
import org.nepenthe.care.screening.interview.Question;

/// Met where a first-line therapy was not tried, or not for long enough or in too low a dose. What
/// is enough a clinician judges; what the referral names is shown beside and decides nothing.
final class TherapyTrials implements ScreeningRule {
  private static final Mentions CHART_SAYS_NOTHING = new Mentions(List.of(), List.of(), List.of());

  private final RuleText text;
  private final Question question;
  private final Attestation attestation;
  private final List<TherapyKind> firstLine;

  TherapyTrials(RuleText text, Question question, ClinicDates dates) {
    this.text = text;
    this.question = question;
    this.attestation = new Attestation(question, dates);
    this.firstLine = text.values().texts("first-line").stream().map(TherapyTrials::kind).toList();
  }

  private static TherapyKind kind(String words) {
    return Arrays.stream(TherapyKind.values())
        .filter(kind -> kind.words().equals(words))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no kind of therapy is called " + words));
  }

  @Override
  public Scope looksAt() {
    return Scope.of(What.ANSWER, List.of(question.id())).and(What.REFERRAL);
  }

  @Override
  public Assessed assess(ScreeningFacts facts, Instant at) {
    var beside = beside(facts);
    var verdict =
        switch (attestation.settle(facts, CHART_SAYS_NOTHING, at)) {
          case Met(var observed, var when) -> new Met(observed + ". " + beside, when);
          case NotMet(var observed, var when) -> new NotMet(observed + ". " + beside, when);
          case Unknown(var observed, var when) -> new Unknown(observed + ". " + beside, when);
        };
    return text.found(
        text.bearing(),
        verdict,
        "adequate trials of "
            + firstLine.stream().map(TherapyKind::words).collect(Collectors.joining(", ")),
        List.of(new Settling.Ask(question.id(), question.asks())),
        question.id());
  }

  private String beside(ScreeningFacts facts) {
    var failed =
        facts
            .referral()
            .map(referral ->
                referral.failedTherapies().stream()
                    .filter(therapy -> firstLine.contains(therapy.kind()))
                    .map(FailedTherapy::sentence)
                    .collect(Collectors.joining("; ")))
            .orElse("");
    return failed.isEmpty()
        ? "The referral names no first-line therapy that failed"
        : "The referral names: " + failed;
  }
}
