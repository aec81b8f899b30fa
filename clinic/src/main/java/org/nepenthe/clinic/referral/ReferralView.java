package org.nepenthe.clinic.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.referral.Referral;
import org.nepenthe.care.referral.ReferralAmended;
import org.nepenthe.care.referral.Referred;
import org.nepenthe.clinic.course.Course;

/// A referral as it stands, with everything it said before.
///
/// @param indication what the guideline says of this pain; empty where nothing is in force today
/// @param versions newest first; the first one holds
/// @param amendPath where it is written anew; empty for those who may not
/// @param nextPath the next step of the course; empty for those who may not see it
public record ReferralView(
    Referral referral,
    Optional<IndicationChoice> indication,
    List<Version> versions,
    String amendPath,
    String nextPath) {
  public ReferralView {
    versions = List.copyOf(versions);
  }

  /// One wording of it.
  ///
  /// @param reason why it was written anew; empty for the first
  public record Version(Referral referral, Instant at, String by, String role, String reason) {}

  static ReferralView of(
      Course course,
      Referral referral,
      Optional<IndicationChoice> indication,
      boolean mayAmend,
      boolean mayScreen) {
    var versions = new ArrayList<Version>();
    for (var recorded : course.recorded()) {
      var by = recorded.actor();
      if (recorded.event() instanceof Referred(var first)) {
        versions.addFirst(
            new Version(first, recorded.recordedAt(), by.name(), by.role().words(), ""));
      } else if (recorded.event() instanceof ReferralAmended(var later, var reason)) {
        versions.addFirst(
            new Version(later, recorded.recordedAt(), by.name(), by.role().words(), reason));
      }
    }
    return new ReferralView(
        referral,
        indication,
        versions,
        mayAmend ? course.path("referral/amend") : "",
        mayScreen ? course.path("screening") : "");
  }
}
