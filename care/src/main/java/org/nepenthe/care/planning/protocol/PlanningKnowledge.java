package org.nepenthe.care.planning.protocol;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.knowledge.Entry;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Values;
import org.nepenthe.quantity.Moiety;
import org.nepenthe.quantity.SolutionStrength;
import org.nepenthe.quantity.Volume;

/// The numbers that planning works with, as the knowledge has them on a day.
public final class PlanningKnowledge {
  public static final RuleId WEIGHT_FORMULA = RuleId.of("PLN-WT-02");
  public static final RuleId DOSING_WEIGHT = RuleId.of("PLN-WT-01");
  public static final RuleId PREPARATION = RuleId.of("PLN-PREP-01");
  private static final RuleId APPROVAL = RuleId.of("PLN-APR-01");
  private static final RuleId BENEFIT = RuleId.of("PLN-BEN-01");

  private final KnowledgeBase knowledge;
  private final LocalDate day;

  public PlanningKnowledge(KnowledgeBase knowledge, LocalDate day) {
    this.knowledge = knowledge;
    this.day = day;
  }

  public List<Protocol> protocols() {
    return Protocol.all(knowledge, day);
  }

  /// What goes with a protocol, before the infusion and for rescue.
  public List<MedicineSet> medicineSets(String protocol) {
    return MedicineSet.of(knowledge, protocol, day);
  }

  /// What an entry says of one moiety; milligrams of the other are none of its business.
  public record Rule(RuleId id, Values values) {}

  /// A limit of one moiety.
  public record Ceiling(RuleId rule, Amount most) {}

  /// In mg/kg/h, whatever a protocol says.
  ///
  /// @throws IllegalStateException where the knowledge has none: nothing of a moiety is given
  ///     without one
  public Ceiling rateCeiling(Moiety moiety) {
    return ceiling("rate-ceiling", moiety);
  }

  /// In mg, above which a second clinician signs.
  ///
  /// @throws IllegalStateException where the knowledge has none
  public Ceiling doseCeiling(Moiety moiety) {
    return ceiling("dose-ceiling", moiety);
  }

  /// Empty where the guideline says nothing of a moiety.
  public Optional<Rule> guidelineFloor(Moiety moiety) {
    return rule("guideline-floor", moiety);
  }

  /// What the site allows in a week and in a course, where it set that.
  ///
  /// @throws IllegalStateException where the knowledge has no such entry
  public Rule totals(Moiety moiety) {
    return required("totals", moiety);
  }

  /// How the dose of the next infusion is worked out.
  ///
  /// @throws IllegalStateException where the knowledge has no such entry
  public Rule titration(Moiety moiety) {
    return required("titration", moiety);
  }

  /// The products of a moiety; the rule of their notices.
  ///
  /// @throws IllegalStateException where the knowledge has no such entry
  public Rule product(Moiety moiety) {
    return required("product", moiety);
  }

  private Ceiling ceiling(String kind, Moiety moiety) {
    var rule = required(kind, moiety);
    return new Ceiling(rule.id(), rule.values().amount("ceiling"));
  }

  private Rule required(String kind, Moiety moiety) {
    return rule(kind, moiety)
        .orElseThrow(() ->
            new IllegalStateException(
                "no %s of %s is in force on %s".formatted(kind, moiety.genericName(), day)));
  }

  private Optional<Rule> rule(String kind, Moiety moiety) {
    return knowledge.ofKind(kind).stream()
        .flatMap(
            entry -> entry.on(day).map(values -> new Rule(RuleId.of(entry.id()), values)).stream())
        .filter(rule -> rule.values().choice("moiety", Moiety.class) == moiety)
        .findFirst();
  }

  /// How ideal and adjusted weight are computed.
  public Values weightFormula() {
    return values(WEIGHT_FORMULA);
  }

  public Values dosingWeight() {
    return values(DOSING_WEIGHT);
  }

  /// The strengths in which the product is to be had, each once.
  public List<SolutionStrength> vialStrengths(Moiety moiety) {
    return products(moiety).stream().map(Product::strength).distinct().toList();
  }

  /// One form in which the product is to be had.
  ///
  /// @param vial what one vial holds, where the knowledge says so
  public record Product(SolutionStrength strength, Optional<Volume> vial) {}

  public List<Product> products(Moiety moiety) {
    return rule("product", moiety).stream()
        .flatMap(product -> product.values().groups("strengths").stream())
        .map(item ->
            new Product(
                new SolutionStrength(item.amount("strength").in("mg/mL")),
                ProtocolCaps.used(item, "vial").map(amount -> new Volume(amount.in("mL")))))
        .toList();
  }

  /// The strengths to which it is made up; the first is the one offered.
  public List<SolutionStrength> preparedStrengths() {
    return strengths(values(PREPARATION));
  }

  public BigDecimal pumpStep() {
    return values(PREPARATION).amount("pump-step").in("mL/h");
  }

  public Amount pumpHighest() {
    return values(PREPARATION).amount("pump-highest");
  }

  /// The step in which a syringe for a volume can be read.
  public BigDecimal syringeStep(BigDecimal millilitres) {
    var preparation = values(PREPARATION);
    boolean fine = millilitres.compareTo(preparation.amount("fine-up-to").in("mL")) < 0;
    return preparation.amount(fine ? "fine-step" : "coarse-step").in("mL");
  }

  public Duration approvalOffered() {
    return values(APPROVAL).amount("offered").duration();
  }

  public Duration approvalLongest() {
    return values(APPROVAL).amount("longest").duration();
  }

  public Values agreedBenefit() {
    return values(BENEFIT);
  }

  /// The entry behind a rule, to show where its number comes from.
  public Entry entry(RuleId rule) {
    return knowledge.entry(rule.value());
  }

  private Values values(RuleId rule) {
    return knowledge
        .entry(rule.value())
        .on(day)
        .orElseThrow(() -> new IllegalStateException(rule + " is not in force on " + day));
  }

  private static List<SolutionStrength> strengths(Values values) {
    return values.groups("strengths").stream()
        .map(item -> new SolutionStrength(item.amount("strength").in("mg/mL")))
        .toList();
  }
}
