package org.nepenthe.care.screening;

import java.util.ArrayList;
import java.util.List;
import org.nepenthe.care.screening.Eligibility.Contraindication;
import org.nepenthe.care.screening.Eligibility.Degree;
import org.nepenthe.care.screening.Eligibility.Eligible;
import org.nepenthe.care.screening.Eligibility.NotEligible;
import org.nepenthe.care.screening.Eligibility.Undetermined;
import org.nepenthe.care.screening.rules.Restriction;

/// Eligibility after the overrides that hold. What was decided stays as it was; this says whether
/// the clinic may go on.
///
/// @param eligibility what is left
/// @param overridden the overrides that hold, to be shown ever after
public record EffectiveEligibility(
    Eligibility eligibility, List<ContraindicationOverridden> overridden) {
  public EffectiveEligibility {
    overridden = List.copyOf(overridden);
  }

  /// An override holds for the fact it was given for: the same rule, met by the same observation.
  /// Of an absolute contraindication none ever holds, whoever stored it.
  static EffectiveEligibility of(Eligibility decided, List<ContraindicationOverridden> overrides) {
    if (!(decided instanceof NotEligible notEligible)) {
      return new EffectiveEligibility(decided, List.of());
    }
    var left = new ArrayList<Contraindication>();
    var holding = new ArrayList<ContraindicationOverridden>();
    for (var contraindication : notEligible.contraindications()) {
      var override = overrides.stream().filter(each -> holds(each, contraindication)).findFirst();
      override.ifPresentOrElse(holding::add, () -> left.add(contraindication));
    }
    return new EffectiveEligibility(remaining(notEligible, left), holding);
  }

  private static boolean holds(
      ContraindicationOverridden override, Contraindication contraindication) {
    return contraindication.degree() == Degree.RELATIVE
        && override.rule().equals(contraindication.rule())
        && override.observedAt().equals(contraindication.observedAt());
  }

  private static Eligibility remaining(NotEligible decided, List<Contraindication> left) {
    if (!left.isEmpty()) {
      return new NotEligible(left, decided.missing(), decided.precautions(), decided.testsDue());
    }
    return decided.missing().isEmpty()
        ? new Eligible(decided.precautions(), decided.testsDue())
        : new Undetermined(decided.missing(), decided.precautions(), decided.testsDue());
  }

  /// Whether consent and planning may begin.
  public boolean mayProceed() {
    return eligibility instanceof Eligible;
  }

  /// True where more than one infusion is forbidden in spite of the overrides.
  public boolean noSerialInfusions() {
    return overridden.stream()
        .anyMatch(override ->
            override
                .restriction()
                .filter(restriction -> restriction == Restriction.NO_SERIAL_INFUSIONS)
                .isPresent());
  }
}
