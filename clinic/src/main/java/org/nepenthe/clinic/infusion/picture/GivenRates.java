package org.nepenthe.clinic.infusion.picture;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.nepenthe.care.infusion.InfusionLog;
import org.nepenthe.care.infusion.pump.Segment;
import org.nepenthe.pharmacology.regimen.RateChange;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.quantity.DoseRate;
import org.nepenthe.quantity.PumpRate;

/// The rates really given, as the pharmacology reads them: minutes from the start.
public final class GivenRates {
  private GivenRates() {}

  /// From one moment to another.
  public static double minutes(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 60_000.0;
  }

  /// Everything given up to a moment; a stretch nobody knows about counts at its presumed rate.
  ///
  /// @param until where a stretch that goes on is cut off
  public static Regimen of(InfusionLog log, Instant start, Instant until) {
    var changes = new ArrayList<RateChange>();
    for (var segment : log.segments()) {
      if (segment.from().isBefore(until)) {
        changes.add(new RateChange(minutes(start, segment.from()), rate(log, segment)));
        segment
            .to()
            .filter(until::isAfter)
            .ifPresent(to ->
                changes.add(
                    new RateChange(minutes(start, to), DoseRate.none(log.order().moiety()))));
      }
    }
    var regimen = Regimen.none(log.order().moiety());
    return changes.isEmpty()
        ? regimen
        : Regimen.given(log.order().moiety(), changes, minutes(start, until));
  }

  private static DoseRate rate(InfusionLog log, Segment segment) {
    PumpRate rate =
        switch (segment) {
          case Segment.Running(var running, _, _) -> running;
          case Segment.Unknown(var presumed, _, _) -> presumed;
          case Segment.OnHold _ -> PumpRate.STOPPED;
        };
    return rate.delivering(log.order().prepared(), log.order().moiety());
  }
}
