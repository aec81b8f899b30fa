package org.nepenthe.care.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.CareEvent;

/// A course's referral as its events left it.
///
/// @param versions oldest first; the last one holds
public record ReferralState(List<Referral> versions) {
  public ReferralState {
    versions = List.copyOf(versions);
  }

  public static ReferralState of(List<? extends CareEvent> events) {
    var versions = new ArrayList<Referral>();
    for (var event : events) {
      if (event instanceof Referred(var referral)) {
        versions.add(referral);
      } else if (event instanceof ReferralAmended(var referral, _)) {
        versions.add(referral);
      }
    }
    return new ReferralState(versions);
  }

  /// The referral as it stands now.
  public Optional<Referral> current() {
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
  }
}
