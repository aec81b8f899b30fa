package org.nepenthe.care.screening.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.chart.Allergy;
import org.nepenthe.care.chart.Identity.Sex;
import org.nepenthe.care.chart.Measurement;
import org.nepenthe.care.decision.Input.What;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.screening.facts.ClinicDates;
import org.nepenthe.care.screening.facts.ScreeningFacts;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.knowledge.Values;

/// Not met where no two facts of the chart exclude each other. Where two do, neither is believed
/// and nothing is decided: this rule is then unknown, and never met.
///
/// Looked at are measured values of one day, or of one moment, that differ; a pregnancy of somebody
/// recorded as male; a date of birth in the future; a death; and an allergy beside the statement
/// that none is known.
final class Consistency implements ScreeningRule {
  private static final int RATIO_DIGITS = 4;

  private final RuleText text;
  private final List<Same> sameDay;
  private final List<String> sameMoment;
  private final List<String> pregnancy;
  private final ClinicDates dates;

  /// @param apart how far two values of one day may lie apart, as a share of the larger
  private record Same(String name, List<String> concepts, Amount apart) {
    static Same of(Values item) {
      return new Same(item.text("name"), item.references("concept"), item.amount("apart"));
    }
  }

  Consistency(RuleText text, ClinicDates dates) {
    this.text = text;
    this.sameDay = text.values().groups("same-day").stream().map(Same::of).toList();
    this.sameMoment = text.values().references("same-moment");
    this.pregnancy = text.values().references("pregnancy");
    this.dates = dates;
  }

  @Override
  public Scope looksAt() {
    return Scope.NOTHING
        .and(What.PATIENT)
        .and(What.CONDITION, pregnancy)
        .and(What.ALLERGY, KETAMINE)
        .and(What.FINDING)
        .and(What.MEASUREMENT, sameMoment)
        .and(What.MEASUREMENT, sameDay.stream().flatMap(each -> each.concepts().stream()).toList());
  }

  @Override
  public Assessed assess(ScreeningFacts facts, Instant at) {
    var found = new ArrayList<String>();
    person(facts, at, found);
    sameDay.forEach(each -> onOneDay(each, facts, found));
    sameMoment.forEach(concept -> atOneMoment(concept, facts, found));
    var limits = new ArrayList<String>();
    sameDay.forEach(each -> limits.add(each.name() + " of one day " + each.apart().words()));
    return text.found(
        text.bearing(),
        found.isEmpty()
            ? Verdict.notMet("no two facts of the chart exclude each other", at)
            : Verdict.unknown("contradiction: " + String.join("; ", found)),
        "two facts that exclude each other; " + String.join(", ", limits),
        List.of(
            new Settling.PutRight(
                "Find out which of the two is right and correct the chart, or measure again on"
                    + " another day: "
                    + String.join("; ", found))));
  }

  private void person(ScreeningFacts facts, Instant at, List<String> found) {
    var identity = facts.chart().identity();
    if (identity.sex() == Sex.MALE) {
      for (var mention : facts.conditions(pregnancy).stated()) {
        found.add("the recorded sex is male, and the chart lists " + mention.words());
      }
    }
    if (identity.birthDate().isAfter(dates.dayOf(at))) {
      found.add("the date of birth is in the future");
    }
    identity
        .deceasedAt()
        .ifPresent(died -> found.add("the chart says that the patient died on " + dates.day(died)));
    var none =
        facts.chart().findings().stream()
            .filter(finding -> Allergy.NO_DRUG_KNOWN.contains(finding.what().code()))
            .map(finding -> finding.at())
            .max(Comparator.naturalOrder());
    for (var allergy : facts.chart().allergies()) {
      if (allergy.status() == Allergy.Status.ACTIVE
          && facts.concepts().of(allergy.substance()).contains(KETAMINE)
          && none.isPresent()) {
        found.add(
            "no known drug allergy on "
                + dates.day(none.get())
                + ", and an allergy to "
                + allergy.substance().display());
      }
    }
  }

  private static final String KETAMINE = "DRG-KETAMINE";

  private void onOneDay(Same each, ScreeningFacts facts, List<String> found) {
    var newest = facts.newest(each.concepts());
    if (newest.isEmpty()) {
      return;
    }
    var day = dates.dayOf(newest.get().at());
    var ofDay =
        facts.measurements(each.concepts()).stream()
            .filter(one -> dates.dayOf(one.at()).equals(day))
            .toList();
    var least = ofDay.stream().min(Comparator.comparing(Measurement::value)).orElseThrow();
    var most = ofDay.stream().max(Comparator.comparing(Measurement::value)).orElseThrow();
    if (ofDay.stream().map(Measurement::unit).distinct().count() > 1) {
      found.add(each.name() + " of " + dates.day(most.at()) + " in two units");
    } else if (each.apart().isBreachedBy(apart(least.value(), most.value()))) {
      found.add(
          each.name()
              + " "
              + written(least)
              + " and "
              + written(most)
              + " on "
              + dates.day(most.at()));
    }
  }

  /// In per cent of the larger.
  private static BigDecimal apart(BigDecimal least, BigDecimal most) {
    return most.signum() <= 0
        ? BigDecimal.ZERO
        : most.subtract(least)
            .multiply(BigDecimal.valueOf(100))
            .divide(most, RATIO_DIGITS, RoundingMode.HALF_UP);
  }

  private void atOneMoment(String concept, ScreeningFacts facts, List<String> found) {
    var concepts = List.of(concept);
    Optional<Measurement> newest = facts.newest(concepts);
    if (newest.isEmpty()) {
      return;
    }
    for (var other : facts.measurements(concepts)) {
      if (other.at().equals(newest.get().at())
          && other.what().code().equals(newest.get().what().code())
          && other.unit().equals(newest.get().unit())
          && other.value().compareTo(newest.get().value()) != 0) {
        found.add(
            newest.get().words()
                + " and "
                + written(other)
                + " at one moment on "
                + dates.day(other.at()));
        return;
      }
    }
  }

  private static String written(Measurement one) {
    return one.value().toPlainString() + " " + one.unit().replace("[Hg]", "Hg");
  }
}
