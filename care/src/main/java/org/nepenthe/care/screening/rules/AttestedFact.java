package org.nepenthe.care.screening.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.chart.Identity.Sex;
import org.nepenthe.care.decision.Input.What;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.decision.Verdict.Met;
import org.nepenthe.care.decision.Verdict.NotMet;
import org.nepenthe.care.decision.Verdict.Unknown;
import org.nepenthe.care.screening.facts.ClinicDates;
import org.nepenthe.care.screening.facts.ScreeningFacts;
import org.nepenthe.care.screening.facts.ScreeningFacts.Mentions;
import org.nepenthe.care.screening.interview.Question;

/// Met where the chart or a fresh answer of the interview says so, not met only by a fresh answer:
/// a condition, an allergy, a pregnancy, a medicine.
///
/// Where the guideline gives no number for "poorly controlled", the question asks a clinician to
/// attest it, and what the chart knows is shown beside and decides nothing.
final class AttestedFact implements ScreeningRule {
  private final RuleText text;
  private final Source source;
  private final Question question;
  private final Attestation attestation;
  private final Optional<NotPossible> notPossible;
  private final ChartBeside beside;
  private final String limit;

  /// Which list of the chart may state the fact.
  enum Source {
    CONDITIONS,
    ALLERGIES,
    PREGNANCY,
    MEDICINES
  }

  /// @param notPossible the question whose answer may say that the fact cannot be, for every
  ///     patient
  AttestedFact(
      RuleText text,
      Source source,
      Question question,
      Optional<Question> notPossible,
      ClinicDates dates) {
    this.text = text;
    this.notPossible = notPossible.map(asked -> new NotPossible(asked, dates));
    this.source = source;
    this.question = question;
    this.attestation = new Attestation(question, dates);
    this.limit =
        "present, by the chart or by an answer not older than " + question.validFor().words();
    this.beside = new ChartBeside(text.values().references("shown-beside"), dates);
  }

  @Override
  public Scope looksAt() {
    return switch (source) {
      case CONDITIONS -> asked(What.CONDITION);
      case PREGNANCY -> asked(What.CONDITION).and(What.PATIENT).and(What.FINDING, foundBy());
      case ALLERGIES -> asked(What.ALLERGY);
      case MEDICINES -> asked(What.MEDICINE);
    };
  }

  @Override
  public Assessed assess(ScreeningFacts facts, Instant at) {
    var mentions = mentions(facts, at);
    var own = attestation.settle(facts, mentions, at);
    var verdict =
        notPossible.map(exemption -> exemption.instead(own, facts, mentions, at)).orElse(own);
    if (source == Source.PREGNANCY) {
      verdict = contradictedBySex(verdict, facts);
    }
    return text.found(
        text.bearing(),
        withBeside(verdict, beside.words(facts)),
        limit,
        settledBy(verdict),
        question.id());
  }

  /// Concepts which the answer of an observation may state.
  private List<String> foundBy() {
    return text.values().references("found-by");
  }

  private Scope asked(What stating) {
    var questions = new ArrayList<String>();
    questions.add(question.id());
    questions.addAll(text.values().references("not-possible"));
    return Scope.of(What.ANSWER, questions)
        .and(stating, text.values().references("stated-by"))
        .and(beside.looksAt());
  }

  private Mentions mentions(ScreeningFacts facts, Instant at) {
    var concepts = text.values().references("stated-by");
    return switch (source) {
      case CONDITIONS -> facts.conditions(concepts);
      case PREGNANCY ->
          facts
              .conditions(concepts)
              .and(facts.found(foundBy(), at, question.validFor().duration()));
      case ALLERGIES -> facts.allergies(concepts);
      case MEDICINES -> facts.medicines(concepts);
    };
  }

  /// Two facts that cannot both be as recorded are shown, and neither is believed.
  private static Verdict contradictedBySex(Verdict verdict, ScreeningFacts facts) {
    return verdict instanceof Met met && facts.chart().identity().sex() == Sex.MALE
        ? new Unknown(
            "contradiction: the recorded sex is male; " + met.observed(), met.observedAt())
        : verdict;
  }

  private static Verdict withBeside(Verdict verdict, String beside) {
    if (beside.isEmpty()) {
      return verdict;
    }
    return switch (verdict) {
      case Met(var observed, var at) -> new Met(observed + ". " + beside, at);
      case NotMet(var observed, var at) -> new NotMet(observed + ". " + beside, at);
      case Unknown(var observed, var at) -> new Unknown(observed + ". " + beside, at);
    };
  }

  private List<Settling> settledBy(Verdict verdict) {
    var ways = new ArrayList<Settling>();
    ways.add(new Settling.Ask(question.id(), question.asks()));
    if (verdict.observed().startsWith("contradiction")) {
      ways.add(
          new Settling.PutRight(
              "Or correct the chart; or a physician answers absent, names the entries of the chart"
                  + " that do not hold, and says why"));
    }
    return ways;
  }
}
