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
import org.nepenthe.care.planning.DosingWeight;
import org.nepenthe.care.planning.PlanRequest;
import org.nepenthe.care.planning.PlanningKnowledge;
import org.nepenthe.care.planning.SoftCapReason;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.display.Figures;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.form.NumberField;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.SolutionStrength;
import org.nepenthe.quantity.WeightNormalisedDose;

/// The fields of the plan form, from what was typed to a request.
final class PlanFields {
  private static final String UNIT_KG = "kg";
  private static final String UNIT_LB = "lb";

  private PlanFields() {}

  /// The choices of one field: what the form sends and what it shows.
  static Map<String, String> strengths(List<SolutionStrength> strengths) {
    var options = new LinkedHashMap<String, String>();
    for (var strength : strengths) {
      options.put(strength.milligramsPerMillilitre().toPlainString(), Figures.of(strength));
    }
    return options;
  }

  static Map<String, String> weightUnits() {
    var options = new LinkedHashMap<String, String>();
    options.put(UNIT_KG, "kg");
    options.put(UNIT_LB, "lb (avoirdupois)");
    return options;
  }

  static Map<String, String> softCapReasons() {
    var options = new LinkedHashMap<String, String>();
    for (var reason : SoftCapReason.values()) {
      options.put(reason.name(), reason.words());
    }
    return options;
  }

  /// The request that was typed; empty where a field was refused, which then says why.
  static Optional<PlanRequest> read(
      Form form,
      int infusionNumber,
      Optional<BodyWeight> lastWeight,
      PlanningKnowledge knowledge,
      ClinicTime time) {
    var weight = weight(form, time);
    var dose = form.number("dose", NumberField.of("dose", "mg/kg").above("0").withDecimals(3));
    var minutes =
        form.number("minutes", NumberField.of("duration", "min").above("0").withDecimals(0));
    var vial = strength(form, "vial", knowledge);
    var prepared = strength(form, "prepared", knowledge);
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
            lastWeight,
            form.has("weightChangeConfirmed", "yes"),
            WeightNormalisedDose.ofMilligramsPerKilogram(dose.orElseThrow().toPlainString()),
            minutes.orElseThrow(),
            vial.orElseThrow(),
            prepared.orElseThrow(),
            softCapReason(form),
            benefit.orElseThrow()));
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

  private static Optional<SolutionStrength> strength(
      Form form, String field, PlanningKnowledge knowledge) {
    var all =
        new java.util.ArrayList<>(
            knowledge.vialStrengths(org.nepenthe.quantity.Moiety.RACEMIC_KETAMINE));
    all.addAll(knowledge.preparedStrengths());
    var chosen =
        all.stream()
            .filter(s -> s.milligramsPerMillilitre().toPlainString().equals(form.value(field)))
            .findFirst();
    if (chosen.isEmpty()) {
      form.refuse(field, "Choose a strength.");
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
    return form.value("softCapReason").isEmpty()
        ? Optional.empty()
        : form.choice("softCapReason", SoftCapReason.class, "Choose one of the reasons.");
  }
}
