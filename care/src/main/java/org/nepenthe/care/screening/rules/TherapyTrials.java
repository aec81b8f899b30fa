package org.nepenthe.care.screening.rules;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nepenthe.care.chart.ProcedureDone;
import org.nepenthe.care.decision.Input.What;
import org.nepenthe.care.decision.Reading;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.decision.Verdict.Met;
import org.nepenthe.care.decision.Verdict.NotMet;
import org.nepenthe.care.decision.Verdict.Unknown;
import org.nepenthe.care.referral.FailedTherapy;
import org.nepenthe.care.referral.TherapyKind;
import org.nepenthe.care.screening.facts.ClinicDates;
import org.nepenthe.care.screening.facts.ScreeningFacts;
import org.nepenthe.care.screening.facts.ScreeningFacts.Mentions;
import org.nepenthe.care.screening.interview.Question;
import org.nepenthe.care.screening.trial.Trial;
import org.nepenthe.knowledge.Values;

/// Met where a first-line therapy was not tried, or not for long enough or in too low a dose. What
/// is enough a clinician judges, of each kind of therapy or of all at once; what the referral and
/// the chart name is shown beside and decides nothing.
final class TherapyTrials implements ScreeningRule {
  private static final Mentions CHART_SAYS_NOTHING = new Mentions(List.of(), List.of(), List.of());

  private final RuleText text;
  private final Question question;
  private final Attestation attestation;
  private final List<TherapyKind> firstLine;
  private final List<Shown> shownBy;
  private final Optional<String> adequacy;
  private final ClinicDates dates;

  /// Procedures that show a kind of therapy was begun.
  private record Shown(TherapyKind kind, List<String> concepts) {
    static Shown of(Values item) {
      return new Shown(TherapyTrials.kind(item.text("therapy")), item.references("concepts"));
    }
  }

  TherapyTrials(RuleText text, Question question, ClinicDates dates) {
    this.text = text;
    this.question = question;
    this.attestation = new Attestation(question, dates);
    this.firstLine = text.values().texts("first-line").stream().map(TherapyTrials::kind).toList();
    this.shownBy = text.values().groups("shown-by").stream().map(Shown::of).toList();
    this.adequacy = text.values().findText("adequacy");
    this.dates = dates;
  }

  private static TherapyKind kind(String words) {
    return Arrays.stream(TherapyKind.values())
        .filter(kind -> kind.words().equals(words))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no kind of therapy is called " + words));
  }

  @Override
  public Scope looksAt() {
    return Scope.of(What.ANSWER, List.of(question.id()))
        .and(What.REFERRAL)
        .and(What.TRIAL)
        .and(What.PROCEDURE, shownBy.stream().flatMap(shown -> shown.concepts().stream()).toList());
  }

  @Override
  public Assessed assess(ScreeningFacts facts, Instant at) {
    var overall = attestation.settle(facts, CHART_SAYS_NOTHING, at);
    return text.found(
        text.bearing(),
        adequacy.isPresent() ? byKind(overall, trials(facts, at)) : besideOnly(overall, facts),
        "adequate trials of "
            + firstLine.stream().map(TherapyKind::words).collect(Collectors.joining(", "))
            + adequacy.map(says -> ". " + says).orElse(""),
        List.of(new Settling.Ask(question.id(), question.asks())),
        question.id());
  }

  /// What is known of each kind of first-line therapy; and of those procedures of the chart show.
  List<Trial> trials(ScreeningFacts facts, Instant at) {
    var kinds = new LinkedHashSet<>(firstLine);
    shownBy.stream()
        .map(Shown::kind)
        .filter(kind -> !done(kind, facts).isEmpty())
        .forEach(kinds::add);
    return kinds.stream().map(kind -> trial(kind, facts, at)).toList();
  }

  Question question() {
    return question;
  }

  private Trial trial(TherapyKind kind, ScreeningFacts facts, Instant at) {
    var judged = facts.trial(kind);
    return new Trial(
        kind,
        facts.referral().stream()
            .flatMap(referral -> referral.failedTherapies().stream())
            .filter(row -> row.kind() == kind)
            .toList(),
        done(kind, facts),
        judged,
        judged
            .map(said -> Reading.of(said, said.at(), at, question.validFor().duration()))
            .filter(Reading.Fresh.class::isInstance)
            .isPresent());
  }

  private List<ProcedureDone> done(TherapyKind kind, ScreeningFacts facts) {
    var concepts =
        shownBy.stream()
            .filter(shown -> shown.kind() == kind)
            .flatMap(shown -> shown.concepts().stream())
            .toList();
    return concepts.isEmpty() ? List.of() : facts.done(concepts);
  }

  /// One answer about all of them holds, unless what was said later of a single one contradicts it.
  private Verdict byKind(Verdict overall, List<Trial> trials) {
    var each =
        trials.stream()
            .filter(trial -> firstLine.contains(trial.kind()))
            .map(trial -> trial.insufficient(dates))
            .toList();
    var together = each.stream().reduce(Verdict::or).orElseThrow();
    var words = trials.stream().map(trial -> trial.words(dates)).collect(Collectors.joining(". "));
    return switch (overall) {
      case Met(var observed, var when) ->
          together instanceof NotMet && isAfter(together, when)
              ? new Unknown("contradiction: " + observed + ", but later of each: " + words, when)
              : new Met(observed + ". " + words, when);
      case NotMet(var observed, var when) ->
          each.stream().anyMatch(one -> one instanceof Met && isAfter(one, when))
              ? new Unknown("contradiction: " + observed + ", but later: " + words, when)
              : new NotMet(observed + ". " + words, when);
      case Unknown(var observed, var when) ->
          switch (together) {
            case Met(_, var since) -> new Met(words, since);
            case NotMet(_, var since) -> new NotMet(words, since);
            case Unknown _ -> new Unknown(observed + ". " + words, when);
          };
    };
  }

  private static boolean isAfter(Verdict one, Optional<Instant> when) {
    return one.observedAt().filter(at -> when.filter(at::isAfter).isPresent()).isPresent();
  }

  /// As knowledge reads that says nothing of single therapies.
  private Verdict besideOnly(Verdict overall, ScreeningFacts facts) {
    var beside = beside(facts);
    return switch (overall) {
      case Met(var observed, var when) -> new Met(observed + ". " + beside, when);
      case NotMet(var observed, var when) -> new NotMet(observed + ". " + beside, when);
      case Unknown(var observed, var when) -> new Unknown(observed + ". " + beside, when);
    };
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
