package org.nepenthe.knowledge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.nepenthe.evidence.YamlNode;

/// SHA-256 over what the files say. Comments, blank lines, quoting and the order of keys do not
/// count; every word and number does.
final class ContentHash {
  private final StringBuilder canonical = new StringBuilder();

  static String of(Map<String, YamlNode> files) {
    var hash = new ContentHash();
    new TreeMap<>(files)
        .forEach((path, root) -> {
          hash.word(path);
          hash.node(root);
        });
    return hash.sha256();
  }

  /// Each piece is written with its length, so that no two contents share one canonical form.
  private void node(YamlNode node) {
    if (node.isMapping()) {
      var fields = new TreeMap<>(node.fields());
      canonical.append('{').append(fields.size()).append('\n');
      fields.forEach((key, value) -> {
        word(key);
        node(value);
      });
    } else if (node.isList()) {
      var items = node.items();
      canonical.append('[').append(items.size()).append('\n');
      items.forEach(this::node);
    } else {
      word(node.text());
    }
  }

  private void word(String text) {
    canonical.append('=').append(text.length()).append(' ').append(text).append('\n');
  }

  private String sha256() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(canonical.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
