package org.nepenthe.clinic.course;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.decision.DecisionRecord;
import org.nepenthe.care.decision.KnowledgeVersion;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.screening.ContraindicationOverridden;
import org.nepenthe.care.screening.EffectiveEligibility;
import org.nepenthe.care.screening.Eligibility;
import org.nepenthe.care.screening.Screened;
import org.nepenthe.care.screening.ScreeningState;

/// What screening has come to, as much of it as has to be remembered to judge the next event.
///
/// @param decided the latest decision
record Standing(Optional<Eligibility> decided, List<ContraindicationOverridden> overrides) {
  static final Standing NOT_SCREENED = new Standing(Optional.empty(), List.of());

  Standing {
    overrides = List.copyOf(overrides);
  }

  Standing decided(Eligibility eligibility) {
    return new Standing(Optional.of(eligibility), overrides);
  }

  Standing overridden(ContraindicationOverridden override) {
    var all = new ArrayList<>(overrides);
    all.add(override);
    return new Standing(decided, all);
  }

  boolean mayProceed() {
    return effective().map(EffectiveEligibility::mayProceed).orElse(false);
  }

  String words() {
    return effective()
        .map(one -> one.eligibility().words() + (one.overridden().isEmpty() ? "" : " by override"))
        .orElse("");
  }

  private Optional<EffectiveEligibility> effective() {
    return decided.flatMap(eligibility -> {
      var events = new ArrayList<CareEvent>(overrides);
      events.add(new Screened(bare(eligibility), new Actor("", "", Role.SYSTEM)));
      return ScreeningState.of(events).effective();
    });
  }

  private static DecisionRecord<Eligibility> bare(Eligibility eligibility) {
    return new DecisionRecord<>(
        eligibility, List.of(), List.of(), new KnowledgeVersion("", ""), "", Instant.EPOCH);
  }
}
