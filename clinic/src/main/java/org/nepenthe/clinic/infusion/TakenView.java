package org.nepenthe.clinic.infusion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.infusion.InfusionEvent.TakenAsked;
import org.nepenthe.care.infusion.InfusionEvent.TakenOverridden;
import org.nepenthe.care.infusion.InfusionLog;
import org.nepenthe.care.infusion.InfusionRules;
import org.nepenthe.care.infusion.SinceYesterday;
import org.nepenthe.care.infusion.taken.Taken;
import org.nepenthe.care.infusion.taken.TakenReason;
import org.nepenthe.care.infusion.taken.TakenRules;

/// What was taken since the day before, as the page of the preparation shows it.
///
/// @param rules what is asked
/// @param asked what was said last; empty where nobody has asked
/// @param open the answers on which a physician has to decide
/// @param overridden the physician's decision on them; empty where there is none
/// @param physician whether the person who looks may decide
public record TakenView(
    TakenRules rules,
    Optional<TakenAsked> asked,
    List<Taken> open,
    Optional<TakenOverridden> overridden,
    boolean physician) {
  public TakenView {
    open = List.copyOf(open);
  }

  static Optional<TakenView> of(InfusionLog log, InfusionRules rules, Actor viewer) {
    return rules
        .taken()
        .map(asks ->
            new TakenView(
                asks,
                log.takenAsked(),
                log.takenAsked().map(SinceYesterday::open).orElse(List.of()),
                log.takenOverridden(),
                viewer.role() == Role.PHYSICIAN));
  }

  /// True where somebody has to decide before the start.
  public boolean waitsForAPhysician() {
    return !open.isEmpty() && overridden.isEmpty();
  }

  public Map<String, String> answers() {
    var options = new LinkedHashMap<String, String>();
    for (var said : Taken.Said.values()) {
      options.put(said.name(), said.words());
    }
    return options;
  }

  public Map<String, String> reasons() {
    var options = new LinkedHashMap<String, String>();
    for (var reason : TakenReason.values()) {
      options.put(reason.name(), reason.words());
    }
    return options;
  }
}
