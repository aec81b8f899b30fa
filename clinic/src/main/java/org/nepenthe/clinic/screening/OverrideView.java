package org.nepenthe.clinic.screening;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.care.decision.Reason;
import org.nepenthe.care.screening.ContraindicationOverridden;
import org.nepenthe.care.screening.Eligibility.Contraindication;
import org.nepenthe.care.screening.OverrideReason;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.platform.form.Form;

/// What the page of an override is made from.
///
/// @param contraindication empty where the latest decision does not name it
/// @param why why it cannot be overridden, by this person or at all; empty where it can
/// @param existing the override that already holds
public record OverrideView(
    Course course,
    Reason reason,
    Optional<Contraindication> contraindication,
    String why,
    Optional<ContraindicationOverridden> existing,
    Form form) {

  public boolean allowed() {
    return why.isEmpty() && existing.isEmpty();
  }

  public Map<String, String> reasons() {
    var reasons = new LinkedHashMap<String, String>();
    for (var each : OverrideReason.values()) {
      reasons.put(each.name(), sentence(each.words()));
    }
    return reasons;
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
