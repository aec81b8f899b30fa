package org.nepenthe.clinic.infusion;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nepenthe.care.infusion.observation.AbsentReason;
import org.nepenthe.care.infusion.observation.Observed;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.care.infusion.pump.PumpVolume;
import org.nepenthe.clinic.infusion.picture.Words;
import org.nepenthe.clinic.platform.form.Entry;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.form.NumberField;
import org.nepenthe.quantity.PumpRate;

/// Reads the fields of the chairside forms. Whether a value can be true is judged by the core.
final class ObservationFields {
  private static final Pattern STEP = Pattern.compile("[+-]?[0-9]{1,2}");

  private ObservationFields() {}

  /// Each parameter that was typed, or that could not be taken, with its reason.
  static Map<Parameter, Observed> typed(Form form) {
    var values = new EnumMap<Parameter, Observed>(Parameter.class);
    for (var parameter : Parameter.values()) {
      var reason = "absent." + parameter.id();
      if (!form.value(parameter.id()).isBlank()) {
        number(form, parameter)
            .ifPresent(value -> values.put(parameter, new Observed.Measured(value)));
      } else if (!form.value(reason).isBlank()) {
        coded(form, reason, AbsentReason.class, "Choose why there is no value.")
            .ifPresent(why -> values.put(parameter, new Observed.NotObtained(why)));
      }
    }
    return values;
  }

  static Optional<PumpRate> rate(Form form) {
    return form.number("rate", NumberField.of("rate on the pump", "mL/h").withDecimals(2))
        .map(PumpRate::new);
  }

  /// The volume given as the pump shows it, where somebody read it.
  static Optional<PumpVolume> pumpVolume(Form form) {
    return form.optionalNumber(
            "pumpVolume", NumberField.of("volume the pump shows", "mL").withDecimals(2))
        .map(PumpVolume::new);
  }

  /// One of an enum's constants, sent in lower case with hyphens, or as its name.
  static <E extends Enum<E>> Optional<E> coded(
      Form form, String field, Class<E> of, String ifMissing) {
    var sent = form.value(field).toUpperCase(Locale.ROOT).replace('-', '_');
    for (E constant : of.getEnumConstants()) {
      if (constant.name().equals(sent)) {
        return Optional.of(constant);
      }
    }
    form.refuse(field, ifMissing);
    return Optional.empty();
  }

  private static Optional<BigDecimal> number(Form form, Parameter parameter) {
    return parameter.isScale()
        ? form.read(parameter.id(), typed -> step(typed, parameter))
        : form.number(
            parameter.id(),
            NumberField.of(parameter.label(), Words.unit(parameter)).withDecimals(1));
  }

  /// A step of a scale; some go below zero.
  private static Entry<BigDecimal> step(String typed, Parameter parameter) {
    var text = typed.strip().replace('\u2212', '-');
    return STEP.matcher(text).matches()
        ? Entry.accepted(new BigDecimal(text))
        : Entry.refused(parameter.label() + " is a whole number.");
  }
}
