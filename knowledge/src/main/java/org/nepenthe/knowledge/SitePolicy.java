package org.nepenthe.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.evidence.BrokenFile;
import org.nepenthe.evidence.Citation;
import org.nepenthe.evidence.YamlNode;

/// What one site does more carefully than what is shipped: a lower cap, a higher age, a shorter
/// freshness, an unverified setting confirmed or switched on. Nothing in it can widen: a change in
/// the other direction, of a value nobody gave a direction, or made against another shipped value
/// is refused with file, line, key and the shipped value.
final class SitePolicy {
  /// Its name within a snapshot and in the folder of the clinic.
  static final String FILE = "site-policy.yaml";

  private static final String[] KEYS = {"site", "version", "changes"};

  private final String version;
  private final Citation citation;
  private final List<PolicyChange> changes;

  private SitePolicy(String version, Citation citation, List<PolicyChange> changes) {
    this.version = version;
    this.citation = citation;
    this.changes = List.copyOf(changes);
  }

  /// The whole knowledge after the policy.
  record Narrowed(Map<String, Entry> entries, List<SiteChange> changes) {}

  static SitePolicy read(YamlNode root) {
    root.onlyKeys(KEYS);
    var version = root.get("version").text();
    var changes = root.get("changes").items().stream().map(PolicyChange::read).toList();
    return new SitePolicy(version, citation(root.get("site").text(), version), changes);
  }

  String version() {
    return version;
  }

  Citation citation() {
    return citation;
  }

  Narrowed narrow(KnowledgeBase shipped) {
    var narrowing = new PolicyNarrowing(shipped, citation);
    changes.forEach(narrowing::apply);
    return new Narrowed(narrowing.entries(), narrowing.done());
  }

  /// Every fault of a policy in the order of its lines: each change is tried, whatever is wrong
  /// with the others. Empty exactly where the policy can be read and narrows.
  static List<PolicyFault> faults(YamlNode root, KnowledgeBase shipped) {
    var faults = new ArrayList<PolicyFault>();
    if (!root.isMapping()) {
      return List.of(new PolicyFault(root.line(), "", "expected the keys " + List.of(KEYS)));
    }
    try {
      root.onlyKeys(KEYS);
    } catch (BrokenFile broken) {
      faults.add(new PolicyFault(broken.line(), "", broken.reason()));
    }
    PolicyFault.collect("site", faults, () -> root.get("site").text());
    PolicyFault.collect("version", faults, () -> root.get("version").text());
    var nodes = new ArrayList<YamlNode>();
    PolicyFault.collect("changes", faults, () -> nodes.addAll(root.get("changes").items()));
    var narrowing = new PolicyNarrowing(shipped, citation("", ""));
    for (var node : nodes) {
      PolicyFault.collect(
          PolicyChange.place(node), faults, () -> narrowing.apply(PolicyChange.read(node)));
    }
    return List.copyOf(faults);
  }

  private static Citation citation(String site, String version) {
    return new Citation(
        "this-sites-policy", "Site policy of " + site + ", version " + version, Optional.empty());
  }
}
