package org.nepenthe.clinic.platform.form;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// One form as it was typed, and what is to be mended in it. A controller takes it as a parameter,
/// reads each field, and shows the same form again where anything was refused: every field then
/// still holds what was typed.
///
/// ```java
/// @PostMapping("/courses/{course}/plan")
/// String propose(@PathVariable CourseId course, Form form, Model model) {
///   var dose = form.number("dose", NumberField.of("dose", "mg/kg").above("0"));
///   var reason = form.text("reason", "Say why.");
///   if (form.refused()) { return again(course, form, model); }
///   plans.propose(course, dose.orElseThrow(), form.key(), form.version());
/// ```
public final class Form {
  /// The hidden field with the idempotency key.
  public static final String KEY = "key";

  /// The hidden field with the version of the stream this form was made from.
  public static final String VERSION = "version";

  private static final int LONGEST_TEXT = 4000;

  private final Map<String, List<String>> typed;
  private final Map<String, String> errors = new LinkedHashMap<>();

  private Form(Map<String, List<String>> typed) {
    this.typed = typed;
    if (value(KEY).isEmpty()) {
      typed.put(KEY, List.of(UUID.randomUUID().toString()));
    }
  }

  /// An empty form with a key of its own.
  public static Form blank() {
    return new Form(new LinkedHashMap<>());
  }

  /// As a browser sent it.
  public static Form of(Map<String, String[]> parameters) {
    var typed = new LinkedHashMap<String, List<String>>();
    parameters.forEach((name, values) -> typed.put(name, List.of(values)));
    return new Form(typed);
  }

  /// Puts a value into a form that is shown for the first time.
  public Form with(String field, String value) {
    typed.put(field, List.of(value));
    return this;
  }

  /// The version of the stream that is being shown, to be expected when the form comes back.
  public Form expecting(long version) {
    return with(VERSION, Long.toString(version));
  }

  /// What was typed; empty where nothing was.
  public String value(String field) {
    return values(field).stream().findFirst().orElse("");
  }

  public List<String> values(String field) {
    return typed.getOrDefault(field, List.of());
  }

  /// All field names that were sent, for a page that has to repeat them.
  public List<String> fields() {
    return List.copyOf(typed.keySet());
  }

  public boolean has(String field, String value) {
    return values(field).contains(value);
  }

  /// The same for every sending of one form: a form sent twice has one effect.
  ///
  /// @throws BadForm where the hidden field was tampered with
  public UUID key() {
    try {
      return UUID.fromString(value(KEY));
    } catch (IllegalArgumentException _) {
      throw new BadForm("the field " + KEY + " is not a UUID");
    }
  }

  /// The version of the stream the person saw.
  ///
  /// @throws BadForm where the hidden field is missing or was tampered with
  public long version() {
    try {
      return Long.parseLong(value(VERSION));
    } catch (NumberFormatException _) {
      throw new BadForm("the field " + VERSION + " is not a number");
    }
  }

  /// Says beside a field how to mend it. The first message of a field stays.
  public void refuse(String field, String message) {
    errors.putIfAbsent(field, message);
  }

  public boolean refused() {
    return !errors.isEmpty();
  }

  /// The message beside a field; empty where it is in order.
  public String error(String field) {
    return errors.getOrDefault(field, "");
  }

  /// Every message, in the order in which the fields were read.
  public Map<String, String> errors() {
    return Collections.unmodifiableMap(errors);
  }

  public Optional<BigDecimal> number(String field, NumberField as) {
    return take(field, as.read(value(field)));
  }

  /// A number that may be left out; empty both where it was left out and where it was refused.
  public Optional<BigDecimal> optionalNumber(String field, NumberField as) {
    return value(field).isBlank() ? Optional.empty() : number(field, as);
  }

  /// Words that have to be there.
  ///
  /// @param ifMissing the sentence beside the field where they are not
  public Optional<String> text(String field, String ifMissing) {
    var text = value(field).strip();
    return take(field, text.isEmpty() ? Entry.refused(ifMissing) : limited(text));
  }

  /// Words that may be left out; empty text then.
  public String optionalText(String field) {
    return take(field, limited(value(field).strip())).orElse("");
  }

  /// One of a closed set.
  public <E extends Enum<E>> Optional<E> choice(String field, Class<E> of, String ifMissing) {
    for (E constant : of.getEnumConstants()) {
      if (constant.name().equals(value(field))) {
        return Optional.of(constant);
      }
    }
    refuse(field, ifMissing);
    return Optional.empty();
  }

  /// Any reading of a field that answers with a value or a message.
  public <T> Optional<T> read(String field, Function<String, Entry<T>> as) {
    return take(field, as.apply(value(field)));
  }

  private <T> Optional<T> take(String field, Entry<T> entry) {
    return switch (entry) {
      case Entry.Accepted<T>(var value) -> Optional.of(value);
      case Entry.Refused<T>(var message) -> {
        refuse(field, message);
        yield Optional.empty();
      }
    };
  }

  private static Entry<String> limited(String text) {
    return text.length() <= LONGEST_TEXT
        ? Entry.accepted(text)
        : Entry.refused("Write at most 4,000 characters.");
  }
}
