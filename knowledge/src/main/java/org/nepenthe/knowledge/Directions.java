package org.nepenthe.knowledge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nepenthe.evidence.YamlNode;

/// Which way the values of each kind are narrower: what an area's `narrower:` says, and for the
/// rest what a limit says of itself by the side on which it is breached.
final class Directions {
  /// Where an area says of a kind that switching an entry on narrows.
  private static final String WHOLE = "switched-on";

  private final Map<String, Map<String, Direction>> byKind;
  private final Set<String> narrowingWhenSwitchedOn;

  private Directions(Map<String, Map<String, Direction>> byKind, Set<String> whole) {
    this.byKind = Map.copyOf(byKind);
    this.narrowingWhenSwitchedOn = Set.copyOf(whole);
  }

  Optional<Direction> of(String kind, String path, Field field) {
    var said = byKind.getOrDefault(kind, Map.of()).get(ValuePath.inKind(path));
    if (said != null) {
      return Optional.of(said);
    }
    return field instanceof Amount amount
        ? amount.breachedWhen().map(Direction::of)
        : Optional.empty();
  }

  boolean switchingOnNarrows(String kind) {
    return narrowingWhenSwitchedOn.contains(kind);
  }

  /// Collects what the areas say.
  static final class Reading {
    private final Map<String, Map<String, Direction>> byKind = new HashMap<>();
    private final Set<String> whole = new HashSet<>();

    Directions all() {
      return new Directions(byKind, whole);
    }

    void read(YamlNode narrower, Map<String, KindShape> kinds) {
      narrower
          .fields()
          .forEach((kind, node) -> {
            var shape = kinds.get(kind);
            if (shape == null) {
              throw node.broken("the area declares no kind '" + kind + "'");
            }
            byKind.put(kind, directions(kind, node, shape));
          });
    }

    private Map<String, Direction> directions(String kind, YamlNode node, KindShape shape) {
      var directions = new HashMap<String, Direction>();
      node.fields()
          .forEach((path, direction) -> {
            if (path.equals(WHOLE)) {
              if (direction.flag()) {
                whole.add(kind);
              }
            } else {
              directions.put(path, direction(path, direction, shape));
            }
          });
      return directions;
    }

    private static Direction direction(String path, YamlNode node, KindShape shape) {
      var type =
          shape.at(path).orElseThrow(() -> node.broken("the kind has no value at '" + path + "'"));
      var direction = node.oneOf(Direction.class);
      boolean fits =
          switch (direction) {
            case LOWER, HIGHER ->
                type == KindShape.FieldType.Plain.AMOUNT
                    || type instanceof KindShape.FieldType.AmountIn;
            case INSIDE ->
                type == KindShape.FieldType.Plain.RANGE
                    || type instanceof KindShape.FieldType.RangeIn;
            case FIXED -> true;
          };
      if (!fits) {
        throw node.broken("'" + node.text() + "' is no direction of what stands at '" + path + "'");
      }
      return direction;
    }
  }
}
