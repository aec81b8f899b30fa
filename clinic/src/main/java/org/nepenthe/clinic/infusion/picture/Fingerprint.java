package org.nepenthe.clinic.infusion.picture;

import java.time.Instant;
import java.util.Optional;
import org.nepenthe.care.alert.Assessment;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.InfusionRules;
import org.nepenthe.care.infusion.observation.Parameter;

/// A short text that differs whenever what a person would see differs, ages and amounts aside.
final class Fingerprint {
  private Fingerprint() {}

  static String of(
      Infusion infusion, Optional<Assessment> assessment, InfusionRules rules, Instant at) {
    var seen = new StringBuilder();
    seen.append(infusion.log().version()).append(infusion.getClass().getSimpleName());
    rules.schedule().due(infusion, at).ifPresent(seen::append);
    for (var parameter : Parameter.values()) {
      seen.append(rules.schedule().reading(infusion, parameter, at).getClass().getSimpleName());
    }
    assessment.ifPresent(judged -> {
      seen.append(judged.advice().getClass().getSimpleName());
      judged
          .alerts()
          .forEach(alert ->
              seen.append(alert.id())
                  .append(alert.active())
                  .append(alert.step())
                  .append(alert.acknowledged().isPresent()));
    });
    return Integer.toHexString(seen.toString().hashCode()) + "-" + infusion.log().version();
  }
}
