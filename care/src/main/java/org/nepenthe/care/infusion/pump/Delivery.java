package org.nepenthe.care.infusion.pump;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.nepenthe.care.planning.order.DoseOrder;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.PumpRate;

/// What went into the patient up to a moment: the exact integral of the rates on record.
///
/// @param millilitres over stretches in which the pump was known to run
/// @param millilitresAtMost the same, with every unknown stretch counted at its presumed rate
/// @param dose the drug in the known volume
/// @param doseAtMost the drug in the greatest volume
public record Delivery(
    BigDecimal millilitres, BigDecimal millilitresAtMost, Dose dose, Dose doseAtMost) {
  private static final MathContext PRECISION = MathContext.DECIMAL64;
  private static final BigDecimal NANOSECONDS_PER_HOUR =
      new BigDecimal(Duration.ofHours(1).toNanos());

  /// False while a stretch with unknown pump state is part of it.
  public boolean certain() {
    return millilitres.compareTo(millilitresAtMost) == 0;
  }

  /// By the rates on record up to a moment.
  public static Delivery of(List<Segment> segments, DoseOrder order, Instant at) {
    var known = BigDecimal.ZERO;
    var presumed = BigDecimal.ZERO;
    for (var segment : segments) {
      var elapsed = segment.elapsedAt(at);
      switch (segment) {
        case Segment.Running(var rate, _, _) -> known = known.add(product(rate, elapsed));
        case Segment.Unknown(var rate, _, _) -> presumed = presumed.add(product(rate, elapsed));
        case Segment.OnHold _ -> {}
      }
    }
    var millilitres = known.divide(NANOSECONDS_PER_HOUR, PRECISION);
    var atMost = known.add(presumed).divide(NANOSECONDS_PER_HOUR, PRECISION);
    return new Delivery(millilitres, atMost, dose(order, millilitres), dose(order, atMost));
  }

  /// What is left of the ordered volume; zero where as much or more has gone in.
  public BigDecimal remaining(DoseOrder order) {
    return order.total().millilitres().subtract(millilitresAtMost).max(BigDecimal.ZERO);
  }

  /// True once as much as was ordered may have gone in.
  public boolean complete(DoseOrder order) {
    return millilitresAtMost.compareTo(order.total().millilitres()) >= 0;
  }

  /// Rate times time in mL/h times ns: the sum stays exact until it is divided once.
  private static BigDecimal product(PumpRate rate, Duration elapsed) {
    return rate.millilitresPerHour().multiply(BigDecimal.valueOf(elapsed.toNanos()));
  }

  private static Dose dose(DoseOrder order, BigDecimal millilitres) {
    var milligrams = millilitres.multiply(order.prepared().milligramsPerMillilitre(), PRECISION);
    return new Dose(milligrams, order.moiety());
  }
}
