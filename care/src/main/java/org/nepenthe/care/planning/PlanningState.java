package org.nepenthe.care.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.decision.InfusionId;

/// Where planning stands in a course: the plan that counts, those before it, and the infusions that
/// were opened.
///
/// @param current the latest plan that is still to be carried out
/// @param agreed what was agreed as benefit with the latest plan
public record PlanningState(
    Optional<DosePlan> current,
    List<DosePlan.Superseded> earlier,
    List<InfusionId> infusions,
    Optional<AgreedBenefit> agreed) {
  public PlanningState {
    earlier = List.copyOf(earlier);
    infusions = List.copyOf(infusions);
  }

  /// An event with the time at which it happened.
  public record Dated(CareEvent event, Instant at) {}

  public static PlanningState of(List<Dated> events) {
    var state = new PlanningState(Optional.empty(), List.of(), List.of(), Optional.empty());
    for (var dated : events) {
      state = state.after(dated);
    }
    return state;
  }

  public int nextInfusionNumber() {
    return infusions.size() + 1;
  }

  private PlanningState after(Dated dated) {
    return switch (dated.event()) {
      case PlanProposed(var plan) ->
          new PlanningState(
              Optional.of(plan),
              retired("replaced by a newer plan", dated.at()),
              infusions,
              Optional.of(plan.benefit()));
      case PlanApproved(var approval, var second, var expiresAt) ->
          new PlanningState(
              current.map(plan -> approved(plan, approval, second, expiresAt)),
              earlier,
              infusions,
              agreed);
      case PlanWithdrawn(var reason) ->
          new PlanningState(Optional.empty(), retired(reason, dated.at()), infusions, agreed);
      case PlanCarriedOut(var infusion) ->
          new PlanningState(
              Optional.empty(),
              retired("carried out", dated.at()),
              with(infusions, infusion),
              agreed);
      default -> this;
    };
  }

  private static DosePlan approved(
      DosePlan plan,
      org.nepenthe.care.decision.Signature approval,
      Optional<org.nepenthe.care.decision.Signature> second,
      Instant expiresAt) {
    return new DosePlan.Approved(proposed(plan), approval, second, expiresAt);
  }

  private List<DosePlan.Superseded> retired(String because, Instant at) {
    return current
        .map(plan -> with(earlier, new DosePlan.Superseded(proposed(plan), because, at)))
        .orElse(earlier);
  }

  private static DosePlan.Proposed proposed(DosePlan plan) {
    return switch (plan) {
      case DosePlan.Proposed proposed -> proposed;
      case DosePlan.Approved approved -> approved.proposed();
      case DosePlan.Superseded superseded -> superseded.proposed();
    };
  }

  private static <T> List<T> with(List<T> list, T more) {
    var longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }
}
