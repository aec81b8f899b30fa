package org.nepenthe.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where a field stands within a period of an entry: its key, or for an item of a list the list's
/// key, the item's number from 1, and its key, as in `measured.2.limit`.
public final class ValuePath {
  private ValuePath() {}

  /// Every field of a period that is no list of items, by its path, in the order of the file.
  public static Map<String, Field> fields(Values values) {
    var all = new LinkedHashMap<String, Field>();
    collect("", values, all);
    return Collections.unmodifiableMap(all);
  }

  private static void collect(String before, Values values, Map<String, Field> all) {
    values
        .fields()
        .forEach((key, field) -> {
          if (field instanceof Field.Groups(var items)) {
            for (int i = 0; i < items.size(); i++) {
              collect(before + key + "." + (i + 1) + ".", items.get(i), all);
            }
          } else {
            all.put(before + key, field);
          }
        });
  }

  /// The path without the numbers of items: where the field stands in the kind.
  static String inKind(String path) {
    return path.replaceAll("\\.\\d+\\.", ".");
  }

  /// The same period with one field replaced.
  ///
  /// @throws IllegalArgumentException where nothing stands at the path
  static Values with(Values values, String path, Field replacement) {
    var fields = new LinkedHashMap<>(values.fields());
    var parts = path.split("\\.", 3);
    var there = fields.get(parts[0]);
    if (parts.length == 1 && there != null) {
      fields.put(parts[0], replacement);
    } else if (parts.length == 3 && there instanceof Field.Groups(var items)) {
      var changed = new ArrayList<>(items);
      int index = Integer.parseInt(parts[1]) - 1;
      changed.set(index, with(items.get(index), parts[2], replacement));
      fields.put(parts[0], new Field.Groups(changed));
    } else {
      throw new IllegalArgumentException("nothing stands at '" + path + "'");
    }
    return new Values(fields, values.evidence(), values.against(), values.use());
  }
}
