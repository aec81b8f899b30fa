package org.nepenthe.care.surveillance;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.nepenthe.care.infusion.InfusionLog;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;

/// How much of one moiety a patient was given here, over all infusions on record.
///
/// @param known over stretches in which the pump was known to run
/// @param atMost the same with every unknown stretch counted in full
/// @param infusions that delivered something
public record Exposure(Moiety moiety, Dose known, Dose atMost, int infusions) {

  /// One line for each moiety that was given; the two are never added.
  public static List<Exposure> of(Collection<InfusionLog> infusions, Instant at) {
    Map<Moiety, Exposure> byMoiety = new EnumMap<>(Moiety.class);
    for (var infusion : infusions) {
      if (infusion.started().isPresent()) {
        var moiety = infusion.order().moiety();
        var delivered = infusion.deliveredAt(at);
        byMoiety.merge(
            moiety,
            new Exposure(moiety, delivered.dose(), delivered.doseAtMost(), 1),
            Exposure::plus);
      }
    }
    return List.copyOf(byMoiety.values());
  }

  public boolean certain() {
    return !atMost.exceeds(known);
  }

  private Exposure plus(Exposure other) {
    return new Exposure(
        moiety, known.plus(other.known), atMost.plus(other.atMost), infusions + other.infusions);
  }
}
