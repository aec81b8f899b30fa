package org.nepenthe.knowledge;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nepenthe.evidence.BrokenFile;
import org.nepenthe.evidence.YamlNode;

/// One change of a site's policy as it is written.
///
/// @param path which value of the entry; empty where the whole entry is meant
/// @param shipped the value the site looked at
record PolicyChange(
    YamlNode node,
    YamlNode entry,
    Optional<LocalDate> period,
    Optional<YamlNode> path,
    Optional<YamlNode> shipped,
    Optional<YamlNode> set,
    String reason) {
  static PolicyChange read(YamlNode node) {
    node.onlyKeys("entry", "period", "value", "shipped", "set", "use", "reason");
    var use = node.find("use");
    use.ifPresent(word -> {
      if (word.oneOf(Use.class) != Use.IN_FORCE) {
        throw word.broken("a site can only put something in force; 'off' would widen");
      }
    });
    var set = node.find("set");
    if (set.isEmpty() && use.isEmpty()) {
      throw node.broken("the change says neither 'set' nor 'use': nothing would change");
    }
    if (set.isPresent() && node.find("value").isEmpty()) {
      throw node.broken("key 'value' is missing: which value of the entry is set");
    }
    if (node.find("value").isPresent() && node.find("shipped").isEmpty()) {
      throw node.broken("key 'shipped' is missing: which shipped value the site looked at");
    }
    return new PolicyChange(
        node,
        node.get("entry"),
        node.find("period").map(YamlNode::date),
        node.find("value"),
        node.find("shipped"),
        set,
        node.get("reason").text());
  }

  /// Entry and value as they are written, for people who look for a fault; empty where they cannot
  /// be read.
  static String place(YamlNode node) {
    try {
      return Stream.of("entry", "value")
          .flatMap(key -> node.find(key).stream())
          .map(YamlNode::text)
          .collect(Collectors.joining(" "));
    } catch (BrokenFile _) {
      return "";
    }
  }
}
