package org.nepenthe.architecture.canary.evidence;

import org.nepenthe.architecture.canary.knowledge.YamlRule;

/// Breaks: a module that uses one above it.
class EvidenceThatKnows {
  YamlRule rule = new YamlRule();
}
