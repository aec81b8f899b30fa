package org.nepenthe.care.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.InfusionId;
import org.nepenthe.care.decision.Role;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.KnowledgeBase;

class ApprovalTest {
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.shipped();
  private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
  private static final Actor PHYSICIAN = new Actor("p1", "Dr Ada Physician", Role.PHYSICIAN);
  private final DosePlan.Proposed plan =
      PlanningTest.planned("PLN-PRO-01", "70", "0.3", "40", "10", "1");

  @Verifies("H35")
  @ParameterizedTest
  @EnumSource(Role.class)
  void onlyAPhysicianApproves(Role role) {
    var result = approve(new Actor("x", "X", role), Optional.empty(), "right dose", 2);

    assertThat(result instanceof Approval.Signed).isEqualTo(role == Role.PHYSICIAN);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # days, approved                 (must end after now, holds for at most 14 days)
          -1, false
          0, false
          1, true
          14, true
          15, false
          """)
  void anApprovalEnds(long days, boolean approved) {
    assertThat(approve(PHYSICIAN, Optional.empty(), "right dose", days) instanceof Approval.Signed)
        .isEqualTo(approved);
  }

  /// It holds until the moment at which it ends, and not in that moment.
  @Verifies("H35")
  @ParameterizedTest
  @CsvSource({"-1, false", "0, true", "1, true"})
  void anApprovalIsOverAtItsEnd(long secondsAfterItsEnd, boolean over) {
    var end = AT.plus(Duration.ofDays(2));
    var signed = (Approval.Signed) approve(PHYSICIAN, Optional.empty(), "right dose", 2);
    var approved =
        new DosePlan.Approved(
            plan, signed.event().approval(), signed.event().second(), signed.event().expiresAt());

    assertThat(approved.expiredAt(end.plusSeconds(secondsAfterItsEnd))).isEqualTo(over);
    assertThat(approved.order()).isEqualTo(plan.order());
  }

  @Test
  void anApprovalHasAReason() {
    assertThat(approve(PHYSICIAN, Optional.empty(), " ", 2)).isInstanceOf(Approval.Refused.class);
  }

  @Verifies("H35")
  @ParameterizedTest
  @CsvSource({
    "p1, PHYSICIAN, false",
    "p2, PHYSICIAN, true",
    "r1, PHARMACIST, true",
    "n1, NURSE, false"
  })
  void exceedingASoftCapTakesASecondClinician(String id, Role role, boolean approved) {
    var over =
        new DosePlan.Proposed(
            1,
            plan.order(),
            plan.requested(),
            Optional.of(SoftCapReason.BODY_WEIGHT),
            plan.benefit(),
            List.of(),
            plan.knowledge(),
            PHYSICIAN,
            AT);

    var result =
        Approval.approve(
            over,
            PHYSICIAN,
            Optional.of(new Actor(id, "Second", role)),
            "right dose",
            AT.plus(Duration.ofDays(1)),
            KNOWLEDGE,
            AT);

    assertThat(result instanceof Approval.Signed).isEqualTo(approved);
  }

  @Test
  void aPlanStartsOneInfusionAndANewerPlanReplacesIt() {
    var signed = (Approval.Signed) approve(PHYSICIAN, Optional.empty(), "right dose", 2);
    var infusion = InfusionId.of("00000000-0000-0000-0000-000000000001");
    var proposed = new PlanningState.Dated(new PlanProposed(plan), AT);
    var approved = new PlanningState.Dated(signed.event(), AT);
    var carriedOut = new PlanningState.Dated(new PlanCarriedOut(infusion), AT);

    assertThat(PlanningState.of(List.of(proposed)).current())
        .containsInstanceOf(DosePlan.Proposed.class);
    assertThat(PlanningState.of(List.of(proposed, approved)).current())
        .containsInstanceOf(DosePlan.Approved.class);
    assertThat(PlanningState.of(List.of(proposed, approved, proposed)).current())
        .containsInstanceOf(DosePlan.Proposed.class);
    var after = PlanningState.of(List.of(proposed, approved, carriedOut));
    assertThat(after.current()).isEmpty();
    assertThat(after.infusions()).containsExactly(infusion);
    assertThat(after.nextInfusionNumber()).isEqualTo(2);
  }

  private Approval.Result approve(
      Actor prescriber, Optional<Actor> second, String reason, long days) {
    return Approval.approve(
        plan, prescriber, second, reason, AT.plus(Duration.ofDays(days)), KNOWLEDGE, AT);
  }
}
