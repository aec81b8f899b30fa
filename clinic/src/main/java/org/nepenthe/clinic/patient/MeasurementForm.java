package org.nepenthe.clinic.patient;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.chart.Measurement;
import org.nepenthe.care.chart.Measurement.Entered;
import org.nepenthe.care.decision.Reading;
import org.nepenthe.clinic.platform.display.Figures;
import org.nepenthe.clinic.platform.display.UnitText;
import org.nepenthe.clinic.platform.form.Entry;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.form.NumberField;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Range;
import org.nepenthe.knowledge.Values;
import org.nepenthe.quantity.BodyWeight;

/// Vital signs and weight as somebody typed them, read against the knowledge in force on a day.
record MeasurementForm(KnowledgeBase knowledge, ZoneId zone, Instant now) {
  static final String WEIGHT = "weight";
  static final String WEIGHT_UNIT = "weightUnit";
  static final String SURE = "sure";

  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  /// A vital sign that is typed as one number.
  private record Sign(String field, String name, String loinc, String label, String unit) {}

  private static final List<Sign> SIGNS =
      List.of(
          new Sign("systolic", "systolic pressure", "8480-6", "Systolic pressure", "mm[Hg]"),
          new Sign("diastolic", "diastolic pressure", "8462-4", "Diastolic pressure", "mm[Hg]"),
          new Sign("heart-rate", "pulse", "8867-4", "Pulse", "/min"),
          new Sign("saturation", "oxygen saturation", "59408-5", "Oxygen saturation", "%"),
          new Sign("respiratory-rate", "breathing rate", "9279-1", "Breathing rate", "/min"));

  /// @param last the weight on the chart, to be compared with
  /// @return what was measured; to be used only where the form is not refused
  List<Taking> read(Form form, Optional<Measurement> last) {
    var at = when(form);
    var taken = new ArrayList<Taking>();
    weight(form, last, at).ifPresent(taken::add);
    for (var sign : SIGNS) {
      form.optionalNumber(sign.field(), field(sign))
          .map(value ->
              Taking.vitalSign(
                  sign.loinc(), sign.label(), value, sign.unit(), Optional.empty(), at))
          .ifPresent(taken::add);
    }
    if (form.value("systolic").isBlank() != form.value("diastolic").isBlank()) {
      form.refuse(
          form.value("systolic").isBlank() ? "systolic" : "diastolic",
          "A blood pressure has two numbers.");
    }
    if (taken.isEmpty() && !form.refused()) {
      form.refuse(WEIGHT, "Enter at least one measurement.");
    }
    return taken;
  }

  private NumberField field(Sign sign) {
    var range = plausible(sign.field());
    var field = NumberField.of(sign.name(), UnitText.of(sign.unit())).whole();
    return range.map(r -> field.atLeast(r.from()).atMost(r.to())).orElse(field);
  }

  private Optional<Range> plausible(String parameter) {
    return inForce("INF-PLA-01").groups("ranges").stream()
        .filter(range -> range.choice("parameter").equals(parameter))
        .map(range -> range.range("range"))
        .findFirst();
  }

  private Values inForce(String entry) {
    return knowledge
        .entry(entry)
        .on(LocalDate.ofInstant(now, zone))
        .orElseThrow(() -> new IllegalStateException(entry + " is not in force"));
  }

  private Optional<Taking> weight(Form form, Optional<Measurement> last, Instant at) {
    var unit = form.value(WEIGHT_UNIT);
    var number =
        form.optionalNumber(WEIGHT, NumberField.of("body weight", unit).above("0").withDecimals(2));
    if (number.isEmpty()) {
      return Optional.empty();
    }
    if (!unit.equals("kg") && !unit.equals("lb")) {
      form.refuse(WEIGHT_UNIT, "Choose kg or lb. A weight without its unit cannot be used.");
      return Optional.empty();
    }
    boolean pounds = unit.equals("lb");
    var weight =
        pounds ? BodyWeight.ofPounds(number.get().toPlainString()) : new BodyWeight(number.get());
    var range = inForce("PLN-WT-01").range("plausible");
    if (!range.contains(weight.kilograms())) {
      form.refuse(
          WEIGHT,
          Figures.withPounds(weight)
              + " is outside of "
              + range.words()
              + ". Check the number and its unit.");
    } else if (isFarOff(weight, last) && form.value(SURE).isEmpty()) {
      form.refuse(
          SURE,
          "The last weight was "
              + last.map(Shown::of).orElse("")
              + "; this is "
              + Figures.withPounds(weight)
              + ". Weigh again, or confirm that it is right.");
    }
    var entered =
        pounds ? Optional.of(new Entered(number.get(), "[lb_av]")) : Optional.<Entered>empty();
    return Optional.of(Taking.weight(weight, entered, at));
  }

  private boolean isFarOff(BodyWeight weight, Optional<Measurement> last) {
    var limit = inForce("PLN-WT-01").amount("asks-when-changed-by");
    return last.map(m -> weight.relativeChangeFrom(new BodyWeight(m.value())).multiply(PERCENT))
        .filter(limit::isBreachedBy)
        .isPresent();
  }

  private Instant when(Form form) {
    var day = form.read("day", this::day);
    var time = form.read("time", MeasurementForm::time);
    if (day.isEmpty() || time.isEmpty()) {
      return now;
    }
    var at = day.get().atTime(time.get()).atZone(zone).toInstant();
    if (at.isAfter(now.plus(Reading.CLOCK_TOLERANCE))) {
      form.refuse("time", "This lies in the future.");
      return now;
    }
    return at;
  }

  private Entry<LocalDate> day(String typed) {
    try {
      return Entry.accepted(
          typed.isBlank() ? LocalDate.ofInstant(now, zone) : LocalDate.parse(typed.strip()));
    } catch (DateTimeParseException _) {
      return Entry.refused("Write the day as 2026-03-05.");
    }
  }

  private static Entry<LocalTime> time(String typed) {
    try {
      return Entry.accepted(LocalTime.parse(typed.strip()));
    } catch (DateTimeParseException _) {
      return Entry.refused("Write the time as 14:05.");
    }
  }
}
