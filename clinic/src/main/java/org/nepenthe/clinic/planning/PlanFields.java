package org.nepenthe.clinic.planning;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.care.planning.AgreedBenefit;
import org.nepenthe.care.planning.PlanFacts;
import org.nepenthe.care.planning.PlanRequest;
import org.nepenthe.care.planning.SoftCapReason;
import org.nepenthe.care.planning.order.DosingWeight;
import org.nepenthe.care.planning.protocol.PlanningKnowledge;
import org.nepenthe.care.planning.protocol.PlanningKnowledge.Product;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.display.Figures;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.form.NumberField;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Moiety;
import org.nepenthe.quantity.SolutionStrength;
import org.nepenthe.quantity.WeightNormalisedDose;

/// The fields of the plan form, from what was typed to a request.
final class PlanFields {
  private static final String UNIT_KG = "kg";
  private static final String UNIT_LB = "lb";
  private static final String CHOOSE_A_STRENGTH = "Choose a strength.";

  private PlanFields() {}

  /// The choices of one field: what the form sends and what it shows.
  static Map<String, String> strengths(List<SolutionStrength> strengths) {
    var options = new LinkedHashMap<String, String>();
    for (var strength : strengths) {
      options.put(strength.milligramsPerMillilitre().toPlainString(), Figures.of(strength));
    }
    return options;
  }

  /// What the form sends for a strength of a drug: esketamine says so, so that its 25 mg/mL are
  /// never taken for a strength of the racemate.
  static String key(Moiety moiety, SolutionStrength strength) {
    var number = strength.milligramsPerMillilitre().toPlainString();
    return switch (moiety) {
      case RACEMIC_KETAMINE -> number;
      case ESKETAMINE -> "esketamine/" + number;
    };
  }

  /// The products to be had of one drug: the form sends the strength, and the content of a vial
  /// behind it where the same strength comes in several.
  static Map<String, Product> products(PlanningKnowledge knowledge, Moiety moiety) {
    var options = new LinkedHashMap<String, Product>();
    for (var product : knowledge.products(moiety)) {
      var strength = key(moiety, product.strength());
      var key =
          options.containsKey(strength)
              ? strength
                  + "/"
                  + product.vial().map(vial -> vial.millilitres().toPlainString()).orElse("")
              : strength;
      options.putIfAbsent(key, product);
    }
    return options;
  }

  /// The drug in whole words, milligrams in one millilitre and in the vial, always beside each
  /// other.
  static Map<String, String> vials(PlanningKnowledge knowledge) {
    var options = new LinkedHashMap<String, String>();
    for (var moiety : Moiety.values()) {
      products(knowledge, moiety)
          .forEach((key, product) -> options.put(key, words(product, moiety)));
    }
    return options;
  }

  private static String words(Product product, Moiety moiety) {
    return moiety.genericName()
        + " "
        + Figures.of(product.strength())
        + product
            .vial()
            .map(vial ->
                ": "
                    + Figures.of(product.strength().doseIn(vial, moiety))
                    + " in a vial of "
                    + Figures.of(vial))
            .orElse("");
  }

  static Map<String, String> weightUnits() {
    var options = new LinkedHashMap<String, String>();
    options.put(UNIT_KG, "kg");
    options.put(UNIT_LB, "lb (avoirdupois)");
    return options;
  }

  /// The request that was typed; empty where a field was refused, which then says why.
  static Optional<PlanRequest> read(
      Form form,
      int infusionNumber,
      PlanFacts facts,
      PlanningKnowledge knowledge,
      ClinicTime time) {
    var weight = weight(form, time);
    var dose = form.number("dose", NumberField.of("dose", "mg/kg").above("0").withDecimals(3));
    var minutes =
        form.number("minutes", NumberField.of("duration", "min").above("0").withDecimals(0));
    var vial = vial(form, knowledge);
    var prepared = prepared(form, knowledge);
    var benefit = benefit(form);
    if (form.value("protocol").isEmpty()) {
      form.refuse("protocol", "Choose a protocol.");
    }
    if (form.refused()) {
      return Optional.empty();
    }
    return Optional.of(
        new PlanRequest(
            infusionNumber,
            form.value("protocol"),
            weight.orElseThrow(),
            !form.value(PlanWarningFields.WEIGHT_CHANGE.code()).isEmpty(),
            WeightNormalisedDose.ofMilligramsPerKilogram(dose.orElseThrow().toPlainString()),
            minutes.orElseThrow(),
            vial.orElseThrow().strength(),
            vial.orElseThrow().vial(),
            prepared.orElseThrow(),
            softCapReason(form),
            form.optionalText(PlanWarningFields.OTHER_INDICATION.words()),
            benefit.orElseThrow(),
            facts));
  }

  private static Optional<DosingWeight> weight(Form form, ClinicTime time) {
    var typed = form.number("weight", NumberField.of("weight", "").above("0").withDecimals(2));
    var measuredAt = moment(form, "weighedAt", "Say when the patient was weighed.", time);
    var unit = form.value("weightUnit");
    if (!unit.equals(UNIT_KG) && !unit.equals(UNIT_LB)) {
      form.refuse("weightUnit", "Choose kilograms or pounds.");
      return Optional.empty();
    }
    if (typed.isEmpty() || measuredAt.isEmpty()) {
      return Optional.empty();
    }
    var number = typed.get().toPlainString();
    var weight =
        unit.equals(UNIT_KG) ? BodyWeight.ofKilograms(number) : BodyWeight.ofPounds(number);
    return Optional.of(new DosingWeight(weight, measuredAt.get(), number + " " + unit));
  }

  /// A date and time as a browser's date-time field sends it, read in the clinic's zone.
  static Optional<Instant> moment(Form form, String field, String ifMissing, ClinicTime time) {
    try {
      return Optional.of(LocalDateTime.parse(form.value(field)).atZone(time.zone()).toInstant());
    } catch (DateTimeParseException _) {
      form.refuse(field, ifMissing);
      return Optional.empty();
    }
  }

  /// A product of the protocol's own drug; before a protocol is chosen, of any.
  private static Optional<Product> vial(Form form, PlanningKnowledge knowledge) {
    var protocol =
        knowledge.protocols().stream()
            .filter(each -> each.id().equals(form.value("protocol")))
            .findFirst();
    for (var moiety : Moiety.values()) {
      var chosen = Optional.ofNullable(products(knowledge, moiety).get(form.value("vial")));
      if (chosen.isPresent()) {
        protocol
            .filter(each -> each.moiety() != moiety)
            .ifPresent(each ->
                form.refuse(
                    "vial",
                    "The protocol is of %s, and this product is %s: another drug."
                        .formatted(each.moiety().genericName(), moiety.genericName())));
        return chosen;
      }
    }
    form.refuse("vial", CHOOSE_A_STRENGTH);
    return Optional.empty();
  }

  private static Optional<SolutionStrength> prepared(Form form, PlanningKnowledge knowledge) {
    var chosen =
        knowledge.preparedStrengths().stream()
            .filter(s -> s.milligramsPerMillilitre().toPlainString().equals(form.value("prepared")))
            .findFirst();
    if (chosen.isEmpty()) {
      form.refuse("prepared", CHOOSE_A_STRENGTH);
    }
    return chosen;
  }

  private static Optional<AgreedBenefit> benefit(Form form) {
    var percent =
        NumberField.of("fall", "%").above("0").atMost(BigDecimal.valueOf(100)).withDecimals(0);
    var pain = form.optionalNumber("painFall", percent);
    var function = form.optionalNumber("functionFall", percent);
    var by =
        form.number("byInfusion", NumberField.of("number of the infusion", "").above("0").whole());
    var words = form.text("ownWords", "Write down what the patient wants to be able to do.");
    if (by.isEmpty() || words.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new AgreedBenefit(pain, function, by.get().intValueExact(), words.get()));
  }

  private static Optional<SoftCapReason> softCapReason(Form form) {
    return form.value(PlanWarningFields.SOFT_CAP.code()).isEmpty()
        ? Optional.empty()
        : form.choice(
            PlanWarningFields.SOFT_CAP.code(), SoftCapReason.class, "Choose one of the reasons.");
  }
}
