package org.nepenthe.clinic.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.knowledge.Differences;
import org.nepenthe.knowledge.Direction;
import org.nepenthe.knowledge.Entry;
import org.nepenthe.knowledge.Field;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Range;
import org.nepenthe.knowledge.Use;
import org.nepenthe.knowledge.ValuePath;

/// One thing that a site may make narrower: a number, a range, or a whole entry that waits to be
/// put in force.
///
/// @param period the first day of the period it stands in
/// @param path as the policy's key `value` names it; empty for a whole entry
/// @param shipped what is shipped
/// @param words the same in words
/// @param which which way is narrower, in words
/// @param use whether what is shipped is in force
public record PolicyLine(
    Entry entry,
    LocalDate period,
    String path,
    Optional<Field> shipped,
    String words,
    String which,
    Use use) {
  /// Everything a site may change of what is shipped, in the order of the areas.
  public static List<PolicyLine> of(KnowledgeBase shipped) {
    var lines = new ArrayList<PolicyLine>();
    for (var entry : shipped.entries()) {
      var dated = entry.periods().getLast();
      var values = dated.values();
      if (values.use() == Use.SITE_MUST_CONFIRM
          || (values.use() == Use.OFF && shipped.switchingOnNarrows(entry))) {
        lines.add(
            new PolicyLine(
                entry,
                dated.period().from(),
                "",
                Optional.empty(),
                values.use().words(),
                "putting it in force is narrower",
                values.use()));
      }
      ValuePath.fields(values)
          .forEach((path, field) ->
              shipped
                  .direction(entry, path, field)
                  .filter(direction -> direction != Direction.FIXED)
                  .ifPresent(direction ->
                      lines.add(
                          new PolicyLine(
                              entry,
                              dated.period().from(),
                              path,
                              Optional.of(field),
                              Differences.words(field),
                              direction.words(),
                              use(field)))));
    }
    return List.copyOf(lines);
  }

  private static Use use(Field field) {
    return switch (field) {
      case Amount amount -> amount.use();
      case Range range -> range.use();
      case Field.Text _,
          Field.Texts _,
          Field.Choice _,
          Field.Flag _,
          Field.Codes _,
          Field.References _,
          Field.Groups _ ->
          Use.IN_FORCE;
    };
  }

  /// Which value it is, for a reader: the item of a list by its name, and the key in words.
  public String label() {
    if (path.isEmpty()) {
      return "the whole entry";
    }
    var parts = path.split("\\.", 3);
    var words = parts[parts.length - 1].replace('-', ' ').replace('.', ' ');
    return parts.length < 3 ? words : named(parts[0], Integer.parseInt(parts[1])) + ", " + words;
  }

  private String named(String list, int item) {
    return entry.periods().getLast().values().groups(list).get(item - 1).fields().values().stream()
        .flatMap(field ->
            switch (field) {
              case Field.Text(var text) -> Stream.of(text);
              case Field.Choice(var word) -> Stream.of(word.replace('-', ' '));
              case Amount _,
                  Range _,
                  Field.Texts _,
                  Field.Flag _,
                  Field.Codes _,
                  Field.References _,
                  Field.Groups _ ->
                  Stream.empty();
            })
        .findFirst()
        .orElse(list.replace('-', ' ') + " " + item);
  }

  /// Whether it may be put in force as it is.
  public boolean confirmable() {
    return use != Use.IN_FORCE;
  }

  public boolean isRange() {
    return shipped.filter(Range.class::isInstance).isPresent();
  }

  public boolean isNumber() {
    return shipped.filter(Amount.class::isInstance).isPresent();
  }

  /// The unit of the number, as shown.
  public String unit() {
    return shipped
        .map(field ->
            switch (field) {
              case Amount amount -> amount.unit().shown();
              case Range range -> range.unit().shown();
              case Field.Text _,
                  Field.Texts _,
                  Field.Choice _,
                  Field.Flag _,
                  Field.Codes _,
                  Field.References _,
                  Field.Groups _ ->
                  "";
            })
        .orElse("");
  }

  /// Whether anything stands in one of its fields, or beside one.
  public boolean filledIn(Form form) {
    return Stream.of("set", "from", "to", "confirm", "reason")
        .map(this::field)
        .anyMatch(name -> !form.value(name).isEmpty() || !form.error(name).isEmpty());
  }

  /// The name of one of its fields on the form: `set`, `from`, `to`, `confirm` or `reason`.
  public String field(String what) {
    return what + "-" + entry.id() + (path.isEmpty() ? "" : "-" + path.replace('.', '-'));
  }

  /// Entry and value as a fault names them.
  String place() {
    return (entry.id() + " " + path).strip();
  }
}
