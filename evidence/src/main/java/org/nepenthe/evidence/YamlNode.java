package org.nepenthe.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.AnchorNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// One place in a YAML file, read strictly: every refusal names the file and the line.
///
/// Scalars keep the characters that stand in the file (`1.0` stays `1.0`, `no` stays a word): there
/// is no guessing of types. A mapping says which keys it allows by [#onlyKeys]; duplicate keys are
/// refused always.
public final class YamlNode {
  private final String file;
  private final Node node;

  private YamlNode(String file, Node node) {
    this.file = file;
    this.node = node;
  }

  /// Reads the one document of a file.
  ///
  /// @param file the name that errors will show
  public static YamlNode read(String file, InputStream bytes) {
    try (Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
      Node root = new Yaml(new LoaderOptions()).compose(reader);
      if (root == null) {
        throw new BrokenFile(file, 1, "the file is empty");
      }
      return new YamlNode(file, root);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new BrokenFile(file, line, "not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw new BrokenFile(file, 1, "not YAML: " + firstLine(e.getMessage()));
    } catch (IOException e) {
      throw new BrokenFile(file, 1, "cannot be read: " + e.getMessage());
    }
  }

  /// What cannot be a character of YAML, or is nested too deep, has no place; its message has more
  /// lines than one.
  private static String firstLine(@Nullable String message) {
    return message == null ? "it cannot be read" : message.lines().findFirst().orElse("");
  }

  public String file() {
    return file;
  }

  public int line() {
    return node.getStartMark().getLine() + 1;
  }

  public BrokenFile broken(String reason) {
    return new BrokenFile(file, line(), reason);
  }

  public boolean isMapping() {
    return resolved() instanceof MappingNode;
  }

  public boolean isList() {
    return resolved() instanceof SequenceNode;
  }

  /// Refuses every key of this mapping that is not named.
  public YamlNode onlyKeys(String... allowed) {
    var known = Set.of(allowed);
    for (var key : fields().entrySet()) {
      if (!known.contains(key.getKey())) {
        throw key.getValue()
            .broken("unknown key '" + key.getKey() + "', known are " + Arrays.toString(allowed));
      }
    }
    return this;
  }

  /// The mapping's entries in the order of the file.
  public Map<String, YamlNode> fields() {
    if (!(resolved() instanceof MappingNode mapping)) {
      throw broken("expected key: value pairs");
    }
    var fields = new LinkedHashMap<String, YamlNode>();
    for (var tuple : mapping.getValue()) {
      var key = new YamlNode(file, tuple.getKeyNode());
      var value = new YamlNode(file, tuple.getValueNode());
      if (fields.put(key.text(), value) != null) {
        throw key.broken("key '" + key.text() + "' stands twice");
      }
    }
    return fields;
  }

  public YamlNode get(String key) {
    return find(key).orElseThrow(() -> broken("key '" + key + "' is missing"));
  }

  public Optional<YamlNode> find(String key) {
    return Optional.ofNullable(fields().get(key));
  }

  public List<YamlNode> items() {
    if (!(resolved() instanceof SequenceNode sequence)) {
      throw broken("expected a list");
    }
    var items = new ArrayList<YamlNode>();
    sequence.getValue().forEach(item -> items.add(new YamlNode(file, item)));
    return List.copyOf(items);
  }

  public String text() {
    if (!(resolved() instanceof ScalarNode scalar)) {
      throw broken("expected a single value");
    }
    var text = scalar.getValue().strip();
    if (text.isEmpty()) {
      throw broken("the value is empty");
    }
    return text;
  }

  public BigDecimal decimal() {
    try {
      return new BigDecimal(text());
    } catch (NumberFormatException e) {
      throw broken("expected a number, found '" + text() + "'");
    }
  }

  public int integer() {
    try {
      return Integer.parseInt(text());
    } catch (NumberFormatException e) {
      throw broken("expected a whole number, found '" + text() + "'");
    }
  }

  public LocalDate date() {
    try {
      return LocalDate.parse(text());
    } catch (DateTimeParseException e) {
      throw broken("expected a date such as 2026-01-31, found '" + text() + "'");
    }
  }

  public boolean flag() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw broken("expected true or false, found '" + text() + "'");
    };
  }

  /// One of an enum's constants, written in lower case with hyphens: `very-low`.
  public <E extends Enum<E>> E oneOf(Class<E> type) {
    var wanted = text();
    for (E constant : type.getEnumConstants()) {
      if (written(constant).equals(wanted)) {
        return constant;
      }
    }
    throw broken(
        "expected one of "
            + Arrays.stream(type.getEnumConstants()).map(YamlNode::written).toList()
            + ", found '"
            + wanted
            + "'");
  }

  private static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Node resolved() {
    return node instanceof AnchorNode anchor ? anchor.getRealNode() : node;
  }
}
