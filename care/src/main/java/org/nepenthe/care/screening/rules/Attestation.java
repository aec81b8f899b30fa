package org.nepenthe.care.screening.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nepenthe.care.decision.Reading.Absent;
import org.nepenthe.care.decision.Reading.Fresh;
import org.nepenthe.care.decision.Reading.Stale;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.screening.facts.ClinicDates;
import org.nepenthe.care.screening.facts.ScreeningFacts;
import org.nepenthe.care.screening.facts.ScreeningFacts.Mention;
import org.nepenthe.care.screening.facts.ScreeningFacts.Mentions;
import org.nepenthe.care.screening.interview.InterviewAnswered;
import org.nepenthe.care.screening.interview.Question;

/// Settles whether something is so from the chart and the answer to one question.
///
/// The chart can say yes; it can never say no, because a list may lack what is true. Only a fresh
/// answer by name says no, and where the chart says otherwise neither is believed.
final class Attestation {
  /// A chart may hold hundreds of entries nobody mapped; a sentence cannot.
  private static final int SHOWN = 6;

  private final Question question;
  private final ClinicDates dates;

  Attestation(Question question, ClinicDates dates) {
    this.question = question;
    this.dates = dates;
  }

  Verdict settle(ScreeningFacts facts, Mentions mentions, Instant at) {
    var reading = facts.interview().reading(question.id(), question.validFor().duration(), at);
    return switch (reading) {
      case Fresh<InterviewAnswered>(var answer, _) ->
          switch (answer.answer()) {
            case PRESENT -> Verdict.met("attested present " + by(answer), answer.at());
            case ABSENT -> absent(answer, mentions);
            case NOT_KNOWN -> fromChart(mentions, "asked, and not known " + by(answer));
          };
      case Stale<InterviewAnswered>(var answer, _) ->
          fromChart(
              mentions,
              answer.at().isAfter(at)
                  ? "the answer is dated in the future: " + dates.day(answer.at())
                  : "the answer of " + dates.day(answer.at()) + " is too old");
      case Absent<InterviewAnswered> _ -> fromChart(mentions, "not asked yet");
    };
  }

  private Verdict absent(InterviewAnswered answer, Mentions mentions) {
    var contradicting =
        mentions.stated().stream().filter(mention -> !refuted(mention, answer)).toList();
    if (!contradicting.isEmpty()) {
      return new Verdict.Unknown(
          "contradiction: attested absent "
              + by(answer)
              + ", but the chart lists "
              + listed(contradicting),
          Optional.of(answer.at()));
    }
    var unseen =
        mentions.unmapped().stream()
            .filter(mention -> mention.recordedAt().isAfter(answer.at()))
            .toList();
    if (!unseen.isEmpty()) {
      return new Verdict.Unknown(
          "attested absent "
              + by(answer)
              + ", but the chart has since gained entries nobody mapped: "
              + listed(unseen),
          Optional.of(answer.at()));
    }
    return Verdict.notMet("attested absent " + by(answer), answer.at());
  }

  private static boolean refuted(Mention mention, InterviewAnswered answer) {
    return answer.by().role() == Role.PHYSICIAN
        && !answer.note().isBlank()
        && answer.refutes().contains(mention.sourceId());
  }

  private Verdict fromChart(Mentions mentions, String unanswered) {
    if (!mentions.stated().isEmpty()) {
      return new Verdict.Met(
          "on the chart: " + listed(mentions.stated()), newest(mentions.stated()));
    }
    if (!mentions.doubtful().isEmpty()) {
      return Verdict.unknown(
          "on the chart, which does not say whether it still holds: "
              + listed(mentions.doubtful())
              + "; "
              + unanswered);
    }
    if (!mentions.unmapped().isEmpty()) {
      return Verdict.unknown(
          "the chart has entries nobody mapped: "
              + listed(mentions.unmapped())
              + "; "
              + unanswered);
    }
    return Verdict.unknown("not on the chart, which does not say that it is absent; " + unanswered);
  }

  private static Optional<Instant> newest(List<Mention> mentions) {
    return mentions.stream().flatMap(mention -> mention.since().stream()).max(Instant::compareTo);
  }

  private String by(InterviewAnswered answer) {
    var note = answer.note().isBlank() ? "" : " (" + answer.note().strip() + ")";
    return "by "
        + answer.by().name()
        + ", "
        + answer.by().role().words()
        + ", on "
        + dates.day(answer.at())
        + note;
  }

  private String listed(List<Mention> mentions) {
    var all =
        mentions.stream()
            .map(mention ->
                mention.words()
                    + mention.since().map(since -> " since " + dates.day(since)).orElse(""))
            .distinct()
            .toList();
    var shown = all.stream().limit(SHOWN).collect(Collectors.joining("; "));
    return all.size() <= SHOWN ? shown : shown + "; and " + (all.size() - SHOWN) + " more";
  }
}
