package org.nepenthe.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.evidence.YamlNode;

/// Which fields the entries of one kind have. An area's `area.yaml` declares it; a key that ends
/// in `?` may be absent from an entry.
record KindShape(Map<String, FieldShape> fields) {
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
  }

  static KindShape read(YamlNode node) {
    var fields = new LinkedHashMap<String, FieldShape>();
    node.fields()
        .forEach((key, type) -> {
          boolean required = !key.endsWith("?");
          var name = required ? key : key.substring(0, key.length() - 1);
          if (EntryReader.OWN_KEYS.contains(name)) {
            throw type.broken("'" + name + "' is a key of its own and no field");
          }
          fields.put(name, new FieldShape(type(type), required));
        });
    return new KindShape(Map.copyOf(fields));
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
    node.onlyKeys("one-of", "list-of");
    return node.find("one-of").isPresent()
        ? new FieldType.OneOf(node.get("one-of").items().stream().map(YamlNode::text).toList())
        : new FieldType.ListOf(read(node.get("list-of")));
  }
}
