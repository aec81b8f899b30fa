package org.nepenthe.care.screening.load;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.care.chart.Dosing;
import org.nepenthe.care.chart.Medication;
import org.nepenthe.care.decision.Reading;
import org.nepenthe.care.screening.facts.ClinicDates;
import org.nepenthe.care.screening.facts.ScreeningFacts;
import org.nepenthe.care.screening.interview.Interview;
import org.nepenthe.care.screening.interview.OpioidDoseStated;
import org.nepenthe.care.screening.load.OpioidLoad.Counted;
import org.nepenthe.care.screening.load.OpioidLoad.Line;
import org.nepenthe.care.screening.load.OpioidLoad.NotComputed;
import org.nepenthe.care.screening.load.OpioidLoad.Repeated;
import org.nepenthe.care.screening.load.OpioidLoad.WithoutFactor;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.medicine.OpioidFactor;
import org.nepenthe.knowledge.medicine.OpioidFactor.Convertible;
import org.nepenthe.knowledge.medicine.OpioidFactor.CountedIn;
import org.nepenthe.knowledge.medicine.OpioidFactor.NotConvertible;

/// Morphine equivalents from the list of medicines, by the factors in force on a day. A dose that
/// the list gives only in words is never read out of them.
public final class Opioids {
  /// The concepts whose medicines are opioids.
  public static final List<String> CONCEPTS = List.of("DRG-OPIOID", "DRG-OPIOID-AGONIST-THERAPY");

  private final Map<String, List<OpioidFactor>> byCode;

  private Opioids(Map<String, List<OpioidFactor>> byCode) {
    this.byCode = byCode;
  }

  public static Opioids of(KnowledgeBase knowledge, LocalDate day) {
    var byCode = new HashMap<String, List<OpioidFactor>>();
    for (var opioid : OpioidFactor.all(knowledge, day)) {
      var codes = new HashSet<String>();
      opioid.ingredients().forEach(code -> codes.add(code.code()));
      if (opioid instanceof Convertible convertible) {
        convertible.products().forEach(product -> codes.add(product.rxNorm()));
      }
      codes.forEach(code -> byCode.computeIfAbsent(code, _ -> new ArrayList<>()).add(opioid));
    }
    return new Opioids(byCode);
  }

  /// @param validFor how long a dose that somebody stated counts
  public OpioidLoad load(ScreeningFacts facts, Duration validFor, Instant at, ClinicDates dates) {
    var lines = new ArrayList<Line>();
    var seen = new HashSet<String>();
    var opioids = new ArrayList<>(facts.medications(CONCEPTS));
    opioids.sort(
        Comparator.comparing(
                (Medication medicine) -> medicine.orderedAt().orElse(Instant.MIN),
                Comparator.reverseOrder())
            .thenComparing(medicine -> medicine.provenance().sourceId()));
    for (var medicine : opioids) {
      lines.add(
          seen.add(medicine.drug().code())
              ? line(medicine, stated(facts, medicine, validFor, at), dates)
              : new Repeated(medicine.drug().display(), medicine.provenance().sourceId()));
    }
    return new OpioidLoad(lines);
  }

  private static Optional<OpioidDoseStated> stated(
      ScreeningFacts facts, Medication medicine, Duration validFor, Instant at) {
    return facts.doses().stream()
        .filter(dose -> dose.sourceId().equals(medicine.provenance().sourceId()))
        .filter(dose -> Interview.mayAttest(dose.by().role()))
        .filter(dose -> Reading.of(dose, dose.at(), at, validFor) instanceof Reading.Fresh)
        .reduce((_, later) -> later);
  }

  private Line line(Medication medicine, Optional<OpioidDoseStated> stated, ClinicDates dates) {
    var name = medicine.drug().display();
    var id = medicine.provenance().sourceId();
    var known = byCode.getOrDefault(medicine.drug().code(), List.of());
    var factors = known.stream().filter(Convertible.class::isInstance).toList();
    var without = known.stream().filter(NotConvertible.class::isInstance).toList();
    if (factors.isEmpty()) {
      return without.isEmpty()
          ? new NotComputed(name, id, "no entry of the table of factors lists it", "", "")
          : withoutFactor(name, id, without.getFirst());
    }
    var factor = (Convertible) factors.getFirst();
    var unit = factor.countedIn().unit();
    if (stated.isPresent() && stated.get().opioid().equals(factor.id())) {
      return counted(name, id, factor, stated.get(), dates);
    }
    if (medicine.status() != Medication.Status.ACTIVE) {
      var why = "the list does not say whether it is still taken";
      return new NotComputed(name, id, why, factor.id(), unit);
    }
    var product = OpioidFactor.product(factor, medicine.drug().code());
    if (!without.isEmpty() && product.isEmpty() && notThisForm(medicine, factor)) {
      return withoutFactor(name, id, without.getFirst());
    }
    return medicine
        .dosing()
        .map(dosing -> fromList(name, id, factor, product, dosing))
        .orElseGet(() ->
            new NotComputed(
                name, id, "the list gives no dose in numbers with a unit", factor.id(), unit));
  }

  /// An ingredient of which only one form has a factor, and nothing says that it is this form.
  private static boolean notThisForm(Medication medicine, Convertible factor) {
    return factor.countedIn() == CountedIn.MICROGRAMS_AN_HOUR
        && medicine.dosing().filter(dosing -> dosing.unit().equals("ug/h")).isEmpty();
  }

  private static Line withoutFactor(String name, String id, OpioidFactor opioid) {
    var why = opioid instanceof NotConvertible not ? not.why() : "";
    return new WithoutFactor(name, id, why, opioid.evidence());
  }

  private static Line counted(
      String name, String id, Convertible factor, OpioidDoseStated stated, ClinicDates dates) {
    return new Counted(
        name,
        id,
        figure(stated.amount()) + " " + shown(factor) + step(factor, stated.amount()),
        factor.equivalents(stated.amount()),
        stated.by().name() + " on " + dates.day(stated.at()),
        factor.cautions(),
        factor.evidence());
  }

  private static Line fromList(
      String name,
      String id,
      Convertible factor,
      Optional<OpioidFactor.Product> product,
      Dosing dosing) {
    var unit = factor.countedIn().unit();
    boolean pieces = dosing.unit().equals(Dosing.PIECE);
    if (pieces && product.isEmpty()) {
      var why = "what one piece contains is not in the table";
      return new NotComputed(name, id, why, factor.id(), unit);
    }
    if (!pieces && !dosing.unit().equals(unit)) {
      var why = "the dose is in " + dosing.unit() + ", the factor counts " + unit;
      return new NotComputed(name, id, why, factor.id(), unit);
    }
    var content = pieces ? product.orElseThrow().contains().in(unit) : BigDecimal.ONE;
    var each = dosing.amount().multiply(content);
    var words = new StringBuilder(figure(dosing.amount()));
    if (pieces) {
      words.append(" × ").append(figure(content));
    }
    BigDecimal amount = each;
    if (factor.countedIn() == CountedIn.MILLIGRAMS_A_DAY) {
      if (dosing.timesADay().isEmpty()) {
        var why = "the list does not say how often it is taken";
        return new NotComputed(name, id, why, factor.id(), unit);
      }
      amount = each.multiply(dosing.timesADay().get());
      words.append(" mg × ").append(figure(dosing.timesADay().get())).append(" a day = ");
      words.append(figure(amount));
    }
    words.append(" ").append(shown(factor)).append(step(factor, amount));
    if (dosing.asNeeded()) {
      words.append(", taken as needed: counted as if always");
    }
    return new Counted(
        name,
        id,
        words.toString(),
        factor.equivalents(amount),
        "",
        factor.cautions(),
        factor.evidence());
  }

  private static String shown(Convertible factor) {
    return factor.countedIn() == CountedIn.MILLIGRAMS_A_DAY ? "mg a day" : "mcg/h";
  }

  private static String step(Convertible factor, BigDecimal amount) {
    return " × "
        + figure(factor.factor().value())
        + " = "
        + figure(factor.equivalents(amount))
        + " MME a day";
  }

  private static String figure(BigDecimal number) {
    var stripped = number.stripTrailingZeros();
    return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
  }
}
