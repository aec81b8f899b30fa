package org.nepenthe.clinic.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.planning.DosePlan;
import org.nepenthe.care.planning.PlanProposed;
import org.nepenthe.care.planning.PlanRequest;
import org.nepenthe.care.planning.PlanRequested;
import org.nepenthe.care.planning.PlanResult;
import org.nepenthe.care.planning.Planning;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.course.DecidedAgain;
import org.nepenthe.clinic.course.DecidedAgain.Again;
import org.nepenthe.clinic.course.DecidesAgain;
import org.nepenthe.clinic.knowledge.KnowledgeVersions;
import org.nepenthe.clinic.platform.display.Figures;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.stereotype.Component;

/// Works every plan of a course out again, from the request that was kept with it.
@Component
class PlansAgain implements DecidesAgain {
  private static final Again NOT_KEPT =
      new Again.NotPossible(
          "It was made before the request behind a plan was kept, so nothing says what was typed.");

  private final KnowledgeVersions versions;
  private final KnowledgeBase inUse;

  PlansAgain(KnowledgeVersions versions, KnowledgeBase knowledge) {
    this.versions = versions;
    this.inUse = knowledge;
  }

  @Override
  public List<DecidedAgain> of(Course course) {
    var all = new ArrayList<DecidedAgain>();
    var request = Optional.<PlanRequest>empty();
    for (CareEvent event : course.events()) {
      if (event instanceof PlanRequested(var asked)) {
        request = Optional.of(asked);
      } else if (event instanceof PlanProposed(var plan)) {
        all.add(again(plan, request));
        request = Optional.empty();
      }
    }
    return List.copyOf(all);
  }

  private DecidedAgain again(DosePlan.Proposed plan, Optional<PlanRequest> request) {
    return new DecidedAgain(
        DecidedAgain.Kind.PLAN,
        plan.proposedAt(),
        plan.knowledge(),
        plan.proposedBy().name(),
        "Infusion " + plan.infusionNumber() + ": " + Figures.of(plan.order().dose()),
        request.map(asked -> pinned(plan, asked)).orElse(NOT_KEPT),
        request.map(asked -> today(plan, asked)).orElse(List.of()));
  }

  private Again pinned(DosePlan.Proposed plan, PlanRequest request) {
    return versions
        .base(plan.knowledge().contentHash())
        .map(base ->
            worked(plan, request, base)
                .map(result -> compared(plan, result))
                .orElse(DecidedAgain.NOT_READABLE))
        .orElse(DecidedAgain.NEVER_KEPT);
  }

  private static Again compared(DosePlan.Proposed plan, PlanResult result) {
    return switch (result) {
      case PlanResult.Planned(var again) -> DecidedAgain.compare(plan, again);
      case PlanResult.Refused refused -> new Again.Differs(faults(refused));
    };
  }

  /// The order alone: the version of the knowledge and the moment differ by themselves.
  private List<String> today(DosePlan.Proposed plan, PlanRequest request) {
    if (plan.knowledge().contentHash().equals(inUse.contentHash())) {
      return List.of();
    }
    return worked(plan, request, inUse)
        .map(result ->
            switch (result) {
              case PlanResult.Planned(var again) ->
                  DecidedAgain.differences(plan.order(), again.order());
              case PlanResult.Refused refused -> faults(refused);
            })
        .orElse(List.of());
  }

  private static List<String> faults(PlanResult.Refused refused) {
    return refused.faults().stream().map(fault -> "refused: " + fault.message()).toList();
  }

  /// Empty where this software cannot read the base.
  private static Optional<PlanResult> worked(
      DosePlan.Proposed plan, PlanRequest request, KnowledgeBase base) {
    try {
      return Optional.of(Planning.propose(request, base, plan.proposedBy(), plan.proposedAt()));
    } catch (IllegalArgumentException | IllegalStateException _) {
      return Optional.empty();
    }
  }
}
