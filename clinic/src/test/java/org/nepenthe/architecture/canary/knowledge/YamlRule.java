package org.nepenthe.architecture.canary.knowledge;

import org.yaml.snakeyaml.Yaml;

/// Breaks: a second reader of YAML.
public class YamlRule {
  Object read(String text) {
    return new Yaml().load(text);
  }
}
