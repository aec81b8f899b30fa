package org.nepenthe.care.planning;

import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.Limited;
import org.nepenthe.quantity.WeightNormalisedDose;

/// What comes of a wish for a plan.
public sealed interface PlanResult {

  record Planned(DosePlan.Proposed plan) implements PlanResult {}

  /// Nothing was planned.
  ///
  /// @param faults what is wrong, by the field it belongs to
  /// @param requested the dose against its caps, where it came that far
  record Refused(List<Fault> faults, Optional<Limited<WeightNormalisedDose>> requested)
      implements PlanResult {
    public Refused {
      faults = List.copyOf(faults);
    }
  }

  /// What is wrong with one field of the request, and what to do.
  record Fault(Field field, String message) {}

  /// The fields of a request that can be wrong.
  enum Field {
    PROTOCOL("protocol"),
    WEIGHT("weight"),
    DOSE("dose"),
    OTHER_INDICATION("otherIndicationReason"),
    MINUTES("minutes"),
    VIAL("vial"),
    PREPARED("prepared"),
    BENEFIT("benefit");

    private final String formName;

    Field(String formName) {
      this.formName = formName;
    }

    /// The name of the field on forms.
    public String formName() {
      return formName;
    }
  }
}
