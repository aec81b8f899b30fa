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
  static final RuleId RATE_CEILING = RuleId.of("PLN-CAP-01");
  static final RuleId DOSE_CEILING = RuleId.of("PLN-CAP-02");
  public static final RuleId TOTALS = RuleId.of("PLN-CAP-03");
  public static final RuleId WEIGHT_FORMULA = RuleId.of("PLN-WT-02");
  public static final RuleId GUIDELINE_FLOOR = RuleId.of("PLN-NOTE-01");
  public static final RuleId DOSING_WEIGHT = RuleId.of("PLN-WT-01");
  public static final RuleId PRODUCT = RuleId.of("PLN-PRD-01");
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

  public Amount rateCeiling() {
    return values(RATE_CEILING).amount("ceiling");
  }

  public Amount doseCeiling() {
    return values(DOSE_CEILING).amount("ceiling");
  }

  public Values guidelineFloor() {
    return values(GUIDELINE_FLOOR);
  }

  /// What the site allows in a week and in a course, where it set that.
  public Values totals() {
    return values(TOTALS);
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
    return knowledge.ofKind("product").stream()
        .flatMap(entry -> entry.on(day).stream())
        .filter(product -> product.choice("moiety", Moiety.class) == moiety)
        .flatMap(product -> product.groups("strengths").stream())
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
