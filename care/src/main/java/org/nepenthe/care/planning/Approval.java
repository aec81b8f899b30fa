package org.nepenthe.care.planning;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.care.planning.order.DoseIntegrity;
import org.nepenthe.care.planning.protocol.PlanningKnowledge;
import org.nepenthe.care.planning.protocol.ProtocolCaps;
import org.nepenthe.knowledge.KnowledgeBase;

/// Signing a plan: who may, for how long, and when a second clinician has to sign too.
public final class Approval {
  private Approval() {}

  /// What comes of a wish to sign.
  public sealed interface Result {}

  public record Signed(PlanApproved event) implements Result {}

  /// @param faults what is wrong and what to do, in sentences
  public record Refused(List<String> faults) implements Result {
    public Refused {
      faults = List.copyOf(faults);
    }
  }

  /// @param second who signs beside the prescriber, having given their own password
  public static Result approve(
      DosePlan.Proposed plan,
      Actor prescriber,
      Optional<Actor> second,
      String reason,
      Instant expiresAt,
      KnowledgeBase knowledge,
      Instant at) {
    var faults = new ArrayList<String>();
    if (prescriber.role() != Role.PHYSICIAN) {
      faults.add("Only a physician approves a plan.");
    }
    if (reason.isBlank()) {
      faults.add("Say why this plan is right for this patient now.");
    }
    var periods = new PlanningKnowledge(knowledge, at.atOffset(ZoneOffset.UTC).toLocalDate());
    if (!expiresAt.isAfter(at)) {
      faults.add("The approval must end after now.");
    } else if (expiresAt.isAfter(at.plus(periods.approvalLongest()))) {
      faults.add("An approval holds for at most " + periods.approvalLongest().toDays() + " days.");
    }
    faults.addAll(outside(plan, knowledge, periods));
    if (plan.needsSecondClinician() && !secondMaySign(prescriber, second)) {
      faults.add(
          "This dose exceeds a soft cap: another physician or a pharmacist has to sign as well.");
    }
    if (!faults.isEmpty()) {
      return new Refused(faults);
    }
    return new Signed(
        new PlanApproved(
            new Signature(prescriber, at, Signature.Meaning.APPROVED, reason),
            second.map(
                other -> new Signature(other, at, Signature.Meaning.APPROVED, "second clinician")),
            expiresAt));
  }

  /// Why nobody can sign this plan, whoever they are: numbers that contradict each other, a
  /// protocol or a dose outside of the caps of today, rules that changed since it was worked out.
  private static List<String> outside(
      DosePlan.Proposed plan, KnowledgeBase knowledge, PlanningKnowledge known) {
    var order = plan.order();
    var faults = new ArrayList<>(DoseIntegrity.disagreements(order));
    if (!plan.knowledge().contentHash().equals(knowledge.contentHash())) {
      faults.add(
          "The rules have changed since this plan was worked out. Work it out again, so that what"
              + " differs is seen.");
    }
    var protocol =
        known.protocols().stream().filter(each -> each.id().equals(order.protocolId())).findFirst();
    if (protocol.isEmpty()) {
      faults.add("The protocol of this plan is not in force.");
      return faults;
    }
    if (order.moiety() != protocol.get().moiety()) {
      faults.add(
          "The protocol is of %s, and the order of %s: nobody can sign it."
              .formatted(protocol.get().moiety().genericName(), order.moiety().genericName()));
    }
    faults.addAll(ProtocolCaps.faults(protocol.get(), known));
    if (order.dose().per(order.dosedOn()).compareTo(protocol.get().highest()) > 0) {
      faults.add("The dose is above the protocol's highest: nobody can sign it.");
    }
    var perWeight = Planning.ratePerWeight(order).milligramsPerKilogramPerHour();
    if (known.rateCeiling(order.moiety()).most().isBreachedBy(perWeight)
        || protocol.get().caps().rate().filter(cap -> cap.isBreachedBy(perWeight)).isPresent()
        || protocol
            .get()
            .caps()
            .hourly()
            .filter(cap -> cap.isBreachedBy(order.doseRate().milligramsPerHour()))
            .isPresent()) {
      faults.add("The rate is above a cap that nobody exceeds: nobody can sign it.");
    }
    if (known.doseCeiling(order.moiety()).most().isBreachedBy(order.dose().milligrams())
        && !plan.needsSecondClinician()) {
      faults.add("The dose exceeds a soft cap without a reason: work the plan out again.");
    }
    return faults;
  }

  private static boolean secondMaySign(Actor prescriber, Optional<Actor> second) {
    return second
        .filter(other -> !other.isSamePersonAs(prescriber))
        .filter(other -> other.role() == Role.PHYSICIAN || other.role() == Role.PHARMACIST)
        .isPresent();
  }
}
