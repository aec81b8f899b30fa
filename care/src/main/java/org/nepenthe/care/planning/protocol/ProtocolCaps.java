package org.nepenthe.care.planning.protocol;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.knowledge.Use;
import org.nepenthe.knowledge.Values;
import org.nepenthe.quantity.WeightNormalisedRate;

/// The limits a protocol has beside its highest dose for each kilogram.
///
/// @param rate in mg/kg/h
/// @param hourly in mg/h, whatever the patient weighs
/// @param day in mg within 24 hours
/// @param week in mg within 7 days
/// @param course in mg within one course
/// @param infusions in one course
/// @param every the interval of the series, as its source gives it
public record ProtocolCaps(
    Optional<Amount> rate,
    Optional<Amount> hourly,
    Optional<Amount> day,
    Optional<Amount> week,
    Optional<Amount> course,
    Optional<Amount> infusions,
    Optional<Amount> every) {
  private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);

  static ProtocolCaps of(Values values) {
    return new ProtocolCaps(
        used(values, "rate-cap"),
        used(values, "hourly-cap"),
        used(values, "day-cap"),
        used(values, "week-cap"),
        used(values, "course-cap"),
        used(values, "most-infusions"),
        used(values, "every"));
  }

  /// A number that the site has not switched off.
  public static Optional<Amount> used(Values values, String key) {
    return values.findSetting(key).filter(amount -> amount.use() != Use.OFF);
  }

  /// Why a protocol must not be approved for use: what it allows lies outside of what the clinic
  /// allows at all. Empty where nothing does.
  ///
  /// A protocol without a rate cap of its own is judged by its highest dose over its shortest time.
  public static List<String> faults(Protocol protocol, PlanningKnowledge knowledge) {
    var faults = new ArrayList<String>();
    var fastest =
        protocol
            .highest()
            .milligramsPerKilogram()
            .multiply(MINUTES_PER_HOUR)
            .divide(protocol.shortestMinutes(), MathContext.DECIMAL64);
    var own = protocol.caps().rate().map(cap -> cap.in("mg/kg/h")).orElse(fastest);
    var possible = own.min(fastest);
    var ceiling = knowledge.rateCeiling(protocol.moiety()).most();
    if (ceiling.isBreachedBy(possible)) {
      faults.add(
          "%s allows up to %s mg/kg/h of %s, which is %s: in an outpatient clinic nobody exceeds that."
              .formatted(
                  protocol.title(),
                  new WeightNormalisedRate(possible).milligramsPerKilogramPerHour().toPlainString(),
                  protocol.moiety().genericName(),
                  ceiling.words()));
    }
    if (protocol.lowest().compareTo(protocol.highest()) > 0) {
      faults.add(protocol.title() + " has a lowest dose above its highest.");
    }
    return List.copyOf(faults);
  }
}
