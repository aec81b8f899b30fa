package org.nepenthe.clinic.laboratory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.care.planning.order.DoseOrder;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.form.NumberField;
import org.nepenthe.pharmacology.effect.Endpoint;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.person.Age;
import org.nepenthe.pharmacology.person.Ethnicity;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.pharmacology.regimen.Route;
import org.nepenthe.pharmacology.spoken.SpokenDose;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Moiety;

/// The laboratory's form: what it starts with, and the experiment that was typed.
final class LaboratoryForm {
  private static final BigDecimal HEAVIEST = BigDecimal.valueOf(400);
  private static final BigDecimal OLDEST = BigDecimal.valueOf(120);
  private static final BigDecimal LONGEST = BigDecimal.valueOf(24 * 60);

  private final Shelf shelf;

  LaboratoryForm(Shelf shelf) {
    this.shelf = shelf;
  }

  /// A made-up person of 70 kg given 35 mg over 40 minutes, and the two models of public target
  /// control programs.
  static Form madeUp() {
    return Form.of(
            Map.of(
                "model", new String[] {"kamp-2020", "domino-1984"},
                "weight", new String[] {"70"},
                "age", new String[] {"45"}))
        .with("moiety", Moiety.RACEMIC_KETAMINE.name());
  }

  /// Puts an order into the form: its dose over its time, and the weight it was made for.
  static void take(DoseOrder order, Form form) {
    form.with("moiety", order.moiety().name())
        .with("weight", order.weight().weight().kilograms().toPlainString())
        .with("from", "0")
        .with("amount", order.dose().milligrams().toPlainString())
        .with("unit", "mg")
        .with("over", order.minutes().toPlainString())
        .with("route", "iv")
        .with("times", "1")
        .with("every", "24");
  }

  /// The rows to be shown; at least one.
  static List<DoseRow> rows(Form form) {
    var rows = DoseRow.of(form);
    return rows.isEmpty() ? List.of(DoseRow.first()) : rows;
  }

  /// Empty where something has to be mended; the form then says what.
  Optional<Experiment> read(Form form) {
    var weight =
        form.number("weight", NumberField.of("body weight", "kg").above("0").atMost(HEAVIEST));
    var age =
        form.optionalNumber("age", NumberField.of("age", "years").atMost(OLDEST).withDecimals(1));
    var hours =
        form.optionalNumber(
            "hours", NumberField.of("time shown", "h").above("0").atMost(LONGEST).withDecimals(1));
    var moiety = form.choice("moiety", Moiety.class, "Choose ketamine or esketamine.");
    var models = shelf.named(form.values("model"));
    if (models.isEmpty()) {
      form.refuse("model", "Choose at least one model.");
    }
    if (weight.isEmpty() || moiety.isEmpty()) {
      return Optional.empty();
    }
    var kilograms = new BodyWeight(weight.get());
    var person = new Covariates(kilograms, age.map(Age::new), ethnicity(form.value("ethnicity")));
    var words = new ArrayList<String>();
    var regimen = regimen(form, kilograms, moiety.get(), words);
    return form.refused() || regimen.isEmpty()
        ? Optional.empty()
        : Optional.of(experiment(form, person, regimen.get(), words, models, hours));
  }

  private Experiment experiment(
      Form form,
      Covariates person,
      Regimen regimen,
      List<String> words,
      List<PkModel> models,
      Optional<BigDecimal> hours) {
    Optional<Endpoint> endpoint =
        shelf.effects().endpoints().stream()
            .filter(each -> each.id().equals(form.value("endpoint")))
            .findFirst();
    double until = hours.map(h -> h.doubleValue() * 60).orElseGet(() -> Experiment.whole(regimen));
    return new Experiment(person, regimen, words, models, endpoint, until);
  }

  private static Optional<Regimen> regimen(
      Form form, BodyWeight weight, Moiety moiety, List<String> words) {
    var regimen = Regimen.none(moiety);
    var rows = rows(form);
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).isEmpty()) {
        continue;
      }
      try {
        for (var line : rows.get(i).words()) {
          regimen = SpokenDose.parse(line).addedTo(regimen, weight, Route.INTRAVENOUS);
          words.add(line);
        }
      } catch (IllegalArgumentException refused) {
        form.refuse("dose-" + (i + 1), "Dose " + (i + 1) + ": " + refused.getMessage());
        return Optional.empty();
      }
    }
    if (words.isEmpty()) {
      form.refuse("dose-1", "Write at least one dose.");
      return Optional.empty();
    }
    return Optional.of(regimen);
  }

  private static Optional<Ethnicity> ethnicity(String name) {
    return Arrays.stream(Ethnicity.values()).filter(each -> each.name().equals(name)).findFirst();
  }
}
