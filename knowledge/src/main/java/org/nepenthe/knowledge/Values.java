package org.nepenthe.knowledge;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.evidence.Evidence;

/// What an entry says during one period, by key, and the sources that say it. Which keys there are
/// and of what type is settled by the entry's kind when the base is loaded, so a caller that reads
/// the keys of the right kind cannot fail on a base that loaded.
///
/// @param evidence what the statements rest on; never empty
/// @param against what speaks against them, to be shown beside
/// @param use whether the whole of it is in force; single numbers may be less so
public record Values(
    Map<String, Field> fields, List<Evidence> evidence, List<Evidence> against, Use use) {
  public Values {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    evidence = List.copyOf(evidence);
    against = List.copyOf(against);
  }

  /// A number that is in use. Where the site has yet to confirm it ([Amount#inForce] is false),
  /// whoever uses it shows that beside it; [Amount#words] does.
  ///
  /// @throws IllegalStateException where it is off: such a number must not decide anything
  public Amount amount(String key) {
    var amount = setting(key);
    if (amount.use() == Use.OFF) {
      throw new IllegalStateException(key + ": " + amount.use().words());
    }
    return amount;
  }

  /// A number that is there and in force without any reservation, or nothing.
  public Optional<Amount> amountInForce(String key) {
    return find(key, Amount.class).filter(Amount::inForce);
  }

  /// A number whether or not it is in force, to show it with its [Amount#use].
  public Amount setting(String key) {
    return get(key, Amount.class);
  }

  public Optional<Amount> findSetting(String key) {
    return find(key, Amount.class);
  }

  /// A range that is in use.
  ///
  /// @throws IllegalStateException where it is off
  public Range range(String key) {
    var range = get(key, Range.class);
    if (range.use() == Use.OFF) {
      throw new IllegalStateException(key + ": " + range.use().words());
    }
    return range;
  }

  public Optional<Range> findRange(String key) {
    return find(key, Range.class);
  }

  public String text(String key) {
    return get(key, Field.Text.class).words();
  }

  public Optional<String> findText(String key) {
    return find(key, Field.Text.class).map(Field.Text::words);
  }

  /// The texts of an optional or required list; empty where the key is absent.
  public List<String> texts(String key) {
    return find(key, Field.Texts.class).map(Field.Texts::words).orElse(List.of());
  }

  /// The codes of an optional or required list; empty where the key is absent.
  public List<Code> codes(String key) {
    return find(key, Field.Codes.class).map(Field.Codes::codes).orElse(List.of());
  }

  /// Ids of other entries; empty where the key is absent.
  public List<String> references(String key) {
    return find(key, Field.References.class).map(Field.References::ids).orElse(List.of());
  }

  public List<Values> groups(String key) {
    return find(key, Field.Groups.class).map(Field.Groups::items).orElse(List.of());
  }

  public boolean flag(String key) {
    return get(key, Field.Flag.class).set();
  }

  public String choice(String key) {
    return get(key, Field.Choice.class).word();
  }

  public Optional<String> findChoice(String key) {
    return find(key, Field.Choice.class).map(Field.Choice::word);
  }

  /// A choice as the constant of an enum whose names are the kind's words.
  public <E extends Enum<E>> E choice(String key, Class<E> type) {
    var word = choice(key).toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(type + " has no constant " + word));
  }

  private <F extends Field> F get(String key, Class<F> type) {
    return find(key, type)
        .orElseThrow(() -> new IllegalArgumentException("no field '" + key + "' here"));
  }

  private <F extends Field> Optional<F> find(String key, Class<F> type) {
    var field = fields.get(key);
    if (field == null) {
      return Optional.empty();
    }
    if (!type.isInstance(field)) {
      throw new IllegalArgumentException(
          "'" + key + "' is " + field.getClass().getSimpleName() + ", not " + type.getSimpleName());
    }
    return Optional.of(type.cast(field));
  }
}
