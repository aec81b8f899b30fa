package org.nepenthe.clinic.audit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.display.Figures;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.DoseRate;
import org.nepenthe.quantity.PumpRate;
import org.nepenthe.quantity.SolutionStrength;
import org.nepenthe.quantity.Volume;
import org.nepenthe.quantity.WeightNormalisedDose;

/// Any event's payload as lines of label and value, field by field as it is stored, so that nothing
/// an event says is left out because nobody wrote words for it.
public final class PayloadWords {
  /// Deeper than any event we keep; a deeper one says so.
  private static final int DEEPEST = 12;

  private final ClinicTime time;
  private final List<Line> lines = new ArrayList<>();

  private PayloadWords(ClinicTime time) {
    this.time = time;
  }

  /// One line.
  ///
  /// @param depth how far it is indented
  public record Line(int depth, String label, String value) {}

  static List<Line> of(CareEvent event, ClinicTime time) {
    var words = new PayloadWords(time);
    words.fields(event, 0);
    return List.copyOf(words.lines);
  }

  /// The name of an event's type in words: `infusion.RateChanged` as `rate changed`.
  static String title(String type) {
    var name = words(type.substring(type.lastIndexOf('.') + 1));
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private void fields(Object value, int depth) {
    var components = value.getClass().getRecordComponents();
    if (components == null) {
      return;
    }
    for (var component : components) {
      put(words(component.getName()), read(component, value), depth);
    }
  }

  private void put(String label, Object value, int depth) {
    var plain = plain(value);
    if (plain.isPresent()) {
      lines.add(new Line(depth, label, plain.get()));
      return;
    }
    if (depth >= DEEPEST) {
      lines.add(new Line(depth, label, "more than is shown"));
      return;
    }
    switch (value) {
      case Optional<?> optional ->
          optional.ifPresentOrElse(
              inner -> put(label, inner, depth), () -> lines.add(new Line(depth, label, "none")));
      case Collection<?> many -> {
        lines.add(new Line(depth, label, many.isEmpty() ? "none" : Figures.count(many.size())));
        int number = 1;
        for (var one : many) {
          put(Integer.toString(number++), one, depth + 1);
        }
      }
      case Map<?, ?> map -> {
        lines.add(new Line(depth, label, map.isEmpty() ? "none" : ""));
        map.entrySet().stream()
            .map(entry -> Map.entry(plain(entry.getKey()).orElse("?"), entry.getValue()))
            .sorted(Map.Entry.comparingByKey())
            .forEach(entry -> put(entry.getKey(), entry.getValue(), depth + 1));
      }
      default -> {
        lines.add(new Line(depth, label, kind(value)));
        fields(value, depth + 1);
      }
    }
  }

  /// A value that is one piece of text.
  private Optional<String> plain(Object value) {
    return Optional.ofNullable(
        switch (value) {
          case String text -> text.isEmpty() ? "(empty)" : text;
          case Instant instant -> time.date(instant) + " " + time.timeWithSeconds(instant);
          case LocalDate date -> time.date(date);
          case Boolean flag -> flag ? "yes" : "no";
          case BigDecimal number -> Figures.exact(number, "");
          case Number number -> number.toString();
          case Enum<?> constant -> constant(constant);
          case Actor actor -> actor.name() + ", " + actor.role().words();
          case Signature signature ->
              "%s by %s, %s%s"
                  .formatted(
                      signature.meaning().words(),
                      signature.signer().name(),
                      time.dateTime(signature.signedAt()),
                      signature.reason().isBlank() ? "" : ": " + signature.reason());
          case Dose dose ->
              Figures.exact(dose.milligrams(), "mg") + " " + dose.moiety().genericName();
          case WeightNormalisedDose dose -> Figures.exact(dose.milligramsPerKilogram(), "mg/kg");
          case BodyWeight weight -> Figures.exact(weight.kilograms(), "kg");
          case PumpRate rate -> Figures.exact(rate.millilitresPerHour(), "mL/h");
          case DoseRate rate -> Figures.of(rate);
          case Volume volume -> Figures.exact(volume.millilitres(), "mL");
          case SolutionStrength strength ->
              Figures.exact(strength.milligramsPerMillilitre(), "mg/mL");
          case Evidence evidence -> evidence.citation().text();
          case Record single when isId(single) -> single.toString();
          default -> null;
        });
  }

  private static boolean isId(Record value) {
    var components = value.getClass().getRecordComponents();
    return components.length == 1
        && components[0].getName().equals("value")
        && value.getClass().getSimpleName().endsWith("Id");
  }

  private static String constant(Enum<?> constant) {
    try {
      return String.valueOf(constant.getDeclaringClass().getMethod("words").invoke(constant));
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException _) {
      return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  private static Object read(RecordComponent component, Object value) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  private static String kind(Object value) {
    return words(value.getClass().getSimpleName());
  }

  /// `pumpShows` as `pump shows`.
  private static String words(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
