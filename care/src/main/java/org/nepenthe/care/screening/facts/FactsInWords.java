package org.nepenthe.care.screening.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.nepenthe.care.chart.Condition;
import org.nepenthe.care.chart.Medication;

/// The facts of a decision in bare words, as records hold them that were kept before each fact
/// carried its date and source. Their wording never changes: a replay compares it to the letter.
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
