package org.nepenthe.care.screening.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.chart.ProcedureDone;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.referral.FailedTherapy;
import org.nepenthe.care.referral.TherapyKind;
import org.nepenthe.care.screening.facts.ClinicDates;
import org.nepenthe.care.screening.interview.TrialJudged;

/// What is known of one kind of first-line therapy.
///
/// @param named the rows of the referral
/// @param done procedures of the chart which show that it was begun, never that it was enough
/// @param judged what a clinician said of it last, whatever its age
/// @param counts whether that is fresh enough to be used
public record Trial(
    TherapyKind kind,
    List<FailedTherapy> named,
    List<ProcedureDone> done,
    Optional<TrialJudged> judged,
    boolean counts) {
  public Trial {
    named = List.copyOf(named);
    done = List.copyOf(done);
  }

  /// Whether this kind of therapy is not yet tried well enough: met, not met, or not known.
  public Verdict insufficient(ClinicDates dates) {
    if (judged.isEmpty() || !counts) {
      return Verdict.unknown(words(dates));
    }
    var said = judged.get();
    return switch (said.judgement()) {
      case ADEQUATE, NOT_TOLERATED -> Verdict.notMet(words(dates), said.at());
      case NOT_ENOUGH, NOT_TRIED -> Verdict.met(words(dates), said.at());
      case CANNOT_BE_TOLD -> new Verdict.Unknown(words(dates), Optional.of(said.at()));
    };
  }

  /// `gabapentinoid: gabapentin 900 mg a day, six months (too little benefit), whether it was
  /// enough cannot be told`
  public String words(ClinicDates dates) {
    var parts = new ArrayList<String>();
    named.forEach(row -> parts.add(row.sentence() + ", " + Told.by(row).words()));
    done.forEach(one ->
        parts.add(
            "on the chart "
                + one.what().display()
                + one.at().map(at -> " on " + dates.day(at)).orElse(", date not stated")
                + " ("
                + one.provenance().source()
                + ")"));
    judged.ifPresent(said -> parts.add(said(said, dates)));
    return kind.words()
        + ": "
        + (parts.isEmpty()
            ? "neither the referral nor the chart names one"
            : String.join("; ", parts));
  }

  private String said(TrialJudged said, ClinicDates dates) {
    return said.judgement().words()
        + " by "
        + said.by().name()
        + ", "
        + said.by().role().words()
        + ", on "
        + dates.day(said.at())
        + (counts ? "" : ", too long ago")
        + (said.note().isBlank() ? "" : " (" + said.note().strip() + ")");
  }
}
