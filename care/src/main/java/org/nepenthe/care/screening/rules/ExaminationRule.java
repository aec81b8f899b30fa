package org.nepenthe.care.screening.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.Input.What;
import org.nepenthe.care.decision.Reading;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.decision.Verdict.Met;
import org.nepenthe.care.decision.Verdict.NotMet;
import org.nepenthe.care.decision.Verdict.Unknown;
import org.nepenthe.care.screening.examination.Examination;
import org.nepenthe.care.screening.examination.Examined;
import org.nepenthe.care.screening.facts.ClinicDates;
import org.nepenthe.care.screening.facts.ScreeningFacts;
import org.nepenthe.knowledge.Amount;

/// Met where an examination is due, which is a test before the first infusion, or where its fresh
/// result speaks against treatment, which is something to mind.
final class ExaminationRule implements ScreeningRule {
  private final RuleText text;
  private final Examination examination;
  private final Adverse adverse;
  private final boolean due;
  private final List<String> indications;
  private final List<String> medicines;
  private final Amount freshFor;
  private final ClinicDates dates;

  /// Which result speaks against treatment.
  enum Adverse {
    /// Criteria fulfilled, a cut-off reached, as expected.
    POSITIVE,
    NEGATIVE
  }

  ExaminationRule(RuleText text, Examination examination, ClinicDates dates) {
    var values = text.values();
    this.text = text;
    this.examination = examination;
    this.adverse = values.choice("adverse", Adverse.class);
    this.due = values.flag("due");
    this.indications = values.references("for-indications");
    this.medicines = values.references("for-medicines");
    this.freshFor = values.amount("fresh-for");
    this.dates = dates;
  }

  @Override
  public Scope looksAt() {
    return Scope.of(What.EXAMINATION, List.of(examination.id()))
        .and(What.PATIENT)
        .and(What.MEDICINE, medicines)
        .and(What.REFERRAL, indications.isEmpty() ? List.of() : List.of(""));
  }

  @Override
  public Assessed assess(ScreeningFacts facts, Instant at) {
    var asked = asked(facts);
    var latest = facts.examinations().latest(examination.id());
    if (asked instanceof Unknown || (asked instanceof NotMet && latest.isEmpty())) {
      return found(Bearing.TEST, asked);
    }
    var reading =
        latest
            .map(one -> Reading.of(one, dates.startOf(one.doneOn()), at, freshFor.duration()))
            .orElseGet(Reading::absent);
    return switch (reading) {
      case Reading.Fresh<Examined>(var examined, _) -> judged(facts, examined);
      case Reading.Stale<Examined>(var examined, var when) ->
          notFresh(
              asked,
              when.isAfter(at)
                  ? "is dated in the future: " + dates.written(examined.doneOn())
                  : "was last done on " + dates.written(examined.doneOn()) + ", too long ago");
      case Reading.Absent<Examined> _ -> notFresh(asked, "was not done yet");
    };
  }

  /// Whether it is asked for in this patient.
  private Verdict asked(ScreeningFacts facts) {
    if (!indications.isEmpty()) {
      return facts
          .referral()
          .<Verdict>map(referral ->
              indications.contains(referral.diagnosis().indication())
                  ? Verdict.met("asked for in this kind of pain", referral.receivedAt())
                  : Verdict.notMet("not asked for in this kind of pain", referral.receivedAt()))
          .orElseGet(() -> Verdict.unknown("no referral says which pain"));
    }
    if (!medicines.isEmpty() && facts.medicines(medicines).stated().isEmpty()) {
      return new NotMet("no medicine on the list asks for it", Optional.empty());
    }
    return new Met("asked for", Optional.empty());
  }

  private Assessed notFresh(Verdict asked, String words) {
    return asked instanceof Met && due
        ? found(Bearing.TEST, new Met(examination.title() + " " + words, Optional.empty()))
        : found(Bearing.TEST, new NotMet(words, Optional.empty()));
  }

  private Assessed judged(ScreeningFacts facts, Examined examined) {
    var result = examination.result(examined, facts.chart().identity().sex());
    var on =
        ", by "
            + examined.by().name()
            + ", "
            + examined.by().role().words()
            + ", on "
            + dates.written(examined.doneOn());
    var when = Optional.of(dates.startOf(examined.doneOn()));
    return switch (result) {
      case Unknown(var observed, _) -> found(Bearing.TEST, new Unknown(observed + on, when));
      case Met(var observed, _) -> settled(observed + on, when, adverse == Adverse.POSITIVE);
      case NotMet(var observed, _) -> settled(observed + on, when, adverse == Adverse.NEGATIVE);
    };
  }

  private Assessed settled(String observed, Optional<Instant> when, boolean speaksAgainst) {
    return speaksAgainst
        ? found(Bearing.PRECAUTION, new Met(observed, when))
        : found(Bearing.TEST, new NotMet(observed, when));
  }

  private Assessed found(Bearing bearing, Verdict verdict) {
    return text.found(
        bearing,
        verdict,
        text.values().text("limit-says") + ", counted for " + freshFor.words(),
        List.of(
            verdict.observed().startsWith("no referral")
                ? new Settling.PutRight("Enter the referral with the kind of pain")
                : new Settling.Examine(examination.id(), examination.title())));
  }
}
