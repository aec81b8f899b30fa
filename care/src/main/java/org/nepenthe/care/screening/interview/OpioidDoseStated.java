package org.nepenthe.care.screening.interview;

import java.math.BigDecimal;
import java.time.Instant;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;

/// Somebody wrote down how much of an opioid on the list is really taken, where the list does not
/// say it in a form that can be computed, or says it wrongly.
///
/// @param sourceId the name of the entry of the list in its source
/// @param opioid id of the knowledge entry with the factor, for example `MME-OXYCODONE`
/// @param amount milligrams a day, or micrograms an hour of a patch; zero where it is not taken
/// @param unit `mg` or `ug/h`, as the factor counts
/// @param note how they know
public record OpioidDoseStated(
    String sourceId,
    String opioid,
    BigDecimal amount,
    String unit,
    String note,
    Actor by,
    Instant at)
    implements CareEvent {
  public OpioidDoseStated {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException(
          "amount of " + opioid + " in " + unit + " is negative: " + amount);
    }
  }
}
