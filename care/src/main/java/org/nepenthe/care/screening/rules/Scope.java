package org.nepenthe.care.screening.rules;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.nepenthe.care.decision.Input.What;

/// What a rule looks at. A fact that is not in it leaves the rule as it is.
///
/// Of a chart it names concepts; an entry nobody mapped could stand for any of them.
public record Scope(Set<Looked> looked) {
  /// One sort of fact, and which.
  ///
  /// @param key a concept, a question or an examination; empty where there is but one
  public record Looked(What what, String key) {}

  static final Scope NOTHING = new Scope(Set.of());

  public Scope {
    looked = Set.copyOf(looked);
  }

  static Scope of(What what, Collection<String> keys) {
    return NOTHING.and(what, keys);
  }

  Scope and(What what, Collection<String> keys) {
    var all = new HashSet<>(looked);
    keys.forEach(key -> all.add(new Looked(what, key)));
    return new Scope(all);
  }

  Scope and(What what, String key) {
    return and(what, Set.of(key));
  }

  /// Of a sort of which a patient has one only.
  Scope and(What what) {
    return and(what, Set.of(""));
  }

  Scope and(Scope other) {
    var all = new HashSet<>(looked);
    all.addAll(other.looked());
    return new Scope(all);
  }
}
