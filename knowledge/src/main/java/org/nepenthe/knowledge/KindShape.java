package org.nepenthe.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nepenthe.evidence.YamlNode;

/// Which fields the entries of one kind have. An area's `area.yaml` declares it; a key that ends
/// in `?` may be absent from an entry.
///
/// @param exactlyOne sets of optional keys of which each entry has one and no more
record KindShape(Map<String, FieldShape> fields, List<List<String>> exactlyOne) {
  /// The key of a kind's declaration that lists such sets.
  private static final String EXACTLY_ONE = "exactly-one-of";

  KindShape {
    exactlyOne = List.copyOf(exactlyOne);
  }

  record FieldShape(FieldType type, boolean required) {}

  /// What may stand at a key.
  sealed interface FieldType {
    enum Plain implements FieldType {
      TEXT,
      TEXTS,
      AMOUNT,
      RANGE,
      FLAG,
      CODES,
      REF,
      REFS
    }

    record OneOf(List<String> words) implements FieldType {}

    record ListOf(KindShape item) implements FieldType {}

    /// A number in one of these units (UCUM codes): whoever reads it counts in them.
    record AmountIn(List<String> units) implements FieldType {}

    /// A range in one of these units.
    record RangeIn(List<String> units) implements FieldType {}
  }

  static KindShape read(YamlNode node) {
    var fields = new LinkedHashMap<String, FieldShape>();
    var exactlyOne = new ArrayList<YamlNode>();
    node.fields()
        .forEach((key, type) -> {
          if (key.equals(EXACTLY_ONE)) {
            exactlyOne.addAll(type.items());
            return;
          }
          boolean required = !key.endsWith("?");
          var name = required ? key : key.substring(0, key.length() - 1);
          if (EntryReader.OWN_KEYS.contains(name)) {
            throw type.broken("'" + name + "' is a key of its own and no field");
          }
          fields.put(name, new FieldShape(type(type), required));
        });
    return new KindShape(
        Map.copyOf(fields), exactlyOne.stream().map(each -> alternatives(each, fields)).toList());
  }

  private static List<String> alternatives(YamlNode node, Map<String, FieldShape> fields) {
    for (var key : node.items()) {
      var field = fields.get(key.text());
      if (field == null || field.required()) {
        throw key.broken("'" + key.text() + "' is no optional field of this kind");
      }
    }
    return node.items().stream().map(YamlNode::text).toList();
  }

  /// Refuses an entry that has none, or more than one, of the fields that exclude each other.
  void refuseUnlessExactlyOne(YamlNode node, Set<String> present) {
    for (var keys : exactlyOne) {
      var found = keys.stream().filter(present::contains).toList();
      if (found.size() != 1) {
        throw node.broken("exactly one of " + keys + " is needed, found " + found);
      }
    }
  }

  /// What may stand at a path such as `measured.limit`, without the numbers of items.
  Optional<FieldType> at(String path) {
    int dot = path.indexOf('.');
    var field = fields.get(dot < 0 ? path : path.substring(0, dot));
    if (field == null) {
      return Optional.empty();
    }
    if (dot < 0) {
      return Optional.of(field.type());
    }
    return field.type() instanceof FieldType.ListOf(var item)
        ? item.at(path.substring(dot + 1))
        : Optional.empty();
  }

  private static FieldType type(YamlNode node) {
    if (!node.isMapping()) {
      return node.oneOf(FieldType.Plain.class);
    }
    node.onlyKeys("one-of", "list-of", "amount-in", "range-in");
    if (node.fields().size() != 1) {
      throw node.broken("a field has one type");
    }
    if (node.find("list-of").isPresent()) {
      return new FieldType.ListOf(read(node.get("list-of")));
    }
    var key = node.fields().keySet().iterator().next();
    var words = node.get(key).items().stream().map(YamlNode::text).toList();
    return switch (key) {
      case "amount-in" -> new FieldType.AmountIn(words);
      case "range-in" -> new FieldType.RangeIn(words);
      default -> new FieldType.OneOf(words);
    };
  }
}
