package org.nepenthe.care.screening.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.nepenthe.care.chart.Condition;
import org.nepenthe.care.chart.Medication;

/// The facts a decision was made from, in words, so that it can be read without the system.
public record FactsInWords(ClinicDates dates) {
  public List<String> of(ScreeningFacts facts, Instant at) {
    var words = new ArrayList<String>();
    var identity = facts.chart().identity();
    words.add(
        "age "
            + identity.ageOn(dates.dayOf(at))
            + " y, sex as recorded: "
            + identity.sex().words());
    facts
        .referral()
        .ifPresentOrElse(
            referral ->
                words.add(
                    "referred by "
                        + referral.referrer().name()
                        + " on "
                        + dates.day(referral.receivedAt())
                        + ": "
                        + referral.painInWords()
                        + ", "
                        + referral.painMonths()
                        + " mo, "
                        + referral.failedTherapies().size()
                        + " failed therapies"),
            () -> words.add("no referral"));
    for (var answer : facts.interview().answers()) {
      if (facts.interview().latest(answer.question()).filter(answer::equals).isPresent()) {
        words.add(
            answer.question()
                + ": "
                + answer.answer().words()
                + ", by "
                + answer.by().name()
                + " on "
                + dates.day(answer.at()));
      }
    }
    for (var condition : facts.chart().conditions()) {
      if (condition.status() != Condition.Status.INACTIVE) {
        words.add(
            "condition: "
                + marked(
                    condition.code().display(), facts.concepts().isUnmapped(condition.code())));
      }
    }
    for (var medication : facts.chart().medications()) {
      if (medication.status() != Medication.Status.STOPPED) {
        words.add(
            "medicine: "
                + marked(
                    medication.drug().display(), facts.concepts().isUnmapped(medication.drug())));
      }
    }
    for (var allergy : facts.chart().allergies()) {
      words.add(
          "allergy: "
              + marked(
                  allergy.substance().display(), facts.concepts().isUnmapped(allergy.substance())));
    }
    return words;
  }

  private static String marked(String display, boolean unmapped) {
    return unmapped ? display + " (not mapped)" : display;
  }
}
