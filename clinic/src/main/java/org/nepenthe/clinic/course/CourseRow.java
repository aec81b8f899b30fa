package org.nepenthe.clinic.course;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.nepenthe.care.consent.ConsentSigned;
import org.nepenthe.care.consent.ConsentWithdrawn;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.followup.CourseDecided;
import org.nepenthe.care.followup.ScoresTaken;
import org.nepenthe.care.infusion.InfusionEvent.InfusionStarted;
import org.nepenthe.care.infusion.InfusionEvent.InfusionStopped;
import org.nepenthe.care.infusion.InfusionEvent.PatientDischarged;
import org.nepenthe.care.infusion.InfusionEvent.PreparationAbandoned;
import org.nepenthe.care.infusion.InfusionEvent.PumpConfirmed;
import org.nepenthe.care.infusion.pump.PumpState;
import org.nepenthe.care.planning.PlanApproved;
import org.nepenthe.care.planning.PlanCarriedOut;
import org.nepenthe.care.planning.PlanProposed;
import org.nepenthe.care.planning.PlanWithdrawn;
import org.nepenthe.care.referral.Referred;
import org.nepenthe.care.screening.ContraindicationOverridden;
import org.nepenthe.care.screening.Screened;

/// One row of the projection: what the events of a course and of its last infusion come to.
record CourseRow(
    UUID course,
    UUID patient,
    Instant openedAt,
    Before before,
    Planned planned,
    Treated treated,
    Instant since) {

  /// What comes before a plan.
  record Before(boolean referred, Standing standing, boolean consented) {}

  /// @param open a plan is at hand that nobody carried out or withdrew
  record Planned(boolean open, boolean approved, Optional<Instant> until, boolean carriedOut) {
    static Planned none(boolean carriedOut) {
      return new Planned(false, false, Optional.empty(), carriedOut);
    }
  }

  /// The last infusion and what came after.
  record Treated(
      Optional<UUID> infusion, Given given, boolean scored, boolean decided, String decision) {
    Treated given(Given now) {
      return new Treated(infusion, now, scored, decided, decision);
    }
  }

  /// How far the last infusion has come.
  enum Given {
    NONE,
    PREPARING,
    GIVING,
    RECOVERING,
    HOME,
    ABANDONED
  }

  static CourseRow opened(UUID course, UUID patient, Instant at) {
    return new CourseRow(
        course,
        patient,
        at,
        new Before(false, Standing.NOT_SCREENED, false),
        Planned.none(false),
        new Treated(Optional.empty(), Given.NONE, false, false, ""),
        at);
  }

  /// What is to be done next. The same order as the steps bar's.
  Step step() {
    if (!before.referred()) {
      return Step.REFERRAL;
    }
    if (!before.standing().mayProceed()) {
      return Step.SCREENING;
    }
    if (!before.consented()) {
      return Step.CONSENT;
    }
    if (planned.open()) {
      return planned.approved() ? Step.INFUSION : Step.APPROVAL;
    }
    if (!planned.carriedOut()) {
      return Step.PLAN;
    }
    return switch (treated.given()) {
      case NONE, PREPARING, GIVING -> Step.INFUSION;
      case ABANDONED -> Step.PLAN;
      case RECOVERING -> Step.RECOVERY;
      case HOME -> treated.scored() ? Step.DECISION : Step.FOLLOW_UP;
    };
  }

  /// The row after an event of the course's own stream.
  CourseRow after(CareEvent event, Instant at) {
    var next =
        switch (event) {
          case Referred _ -> with(new Before(true, before.standing(), before.consented()));
          case Screened(var decision, _) ->
              with(standing(before.standing().decided(decision.outcome())));
          case ContraindicationOverridden override ->
              with(standing(before.standing().overridden(override)));
          case ConsentSigned _ -> with(new Before(before.referred(), before.standing(), true));
          case ConsentWithdrawn _ -> with(new Before(before.referred(), before.standing(), false));
          case PlanProposed _ ->
              with(new Planned(true, false, Optional.empty(), planned.carriedOut()));
          case PlanWithdrawn _ -> with(Planned.none(planned.carriedOut()));
          case PlanApproved(_, _, var until) ->
              with(new Planned(planned.open(), true, Optional.of(until), planned.carriedOut()));
          case PlanCarriedOut(var id) -> carriedOut(id.value());
          case ScoresTaken _ -> with(looked(planned.carriedOut() || treated.scored()));
          case CourseDecided decided ->
              with(
                  new Treated(
                      treated.infusion(),
                      treated.given(),
                      treated.scored(),
                      true,
                      decided.decision().words()));
          default -> this;
        };
    return next.moved(this, at);
  }

  /// The row after an event of its last infusion.
  CourseRow afterInfusion(CareEvent event, Instant at) {
    var next =
        switch (event) {
          case InfusionStarted _ -> with(treated.given(Given.GIVING));
          case InfusionStopped _ -> with(treated.given(Given.RECOVERING));
          case PumpConfirmed confirmed ->
              with(
                  treated.given(
                      confirmed.pump() instanceof PumpState.Off ? Given.RECOVERING : Given.GIVING));
          case PatientDischarged _ -> with(treated.given(Given.HOME));
          case PreparationAbandoned _ -> with(treated.given(Given.ABANDONED));
          default -> this;
        };
    return next.moved(this, at);
  }

  private Before standing(Standing standing) {
    return new Before(before.referred(), standing, before.consented());
  }

  private Treated looked(boolean scored) {
    return new Treated(
        treated.infusion(), treated.given(), scored, treated.decided(), treated.decision());
  }

  private CourseRow carriedOut(UUID infusion) {
    return with(Planned.none(true))
        .with(new Treated(Optional.of(infusion), Given.PREPARING, false, false, ""));
  }

  private CourseRow with(Before now) {
    return new CourseRow(course, patient, openedAt, now, planned, treated, since);
  }

  private CourseRow with(Planned now) {
    return new CourseRow(course, patient, openedAt, before, now, treated, since);
  }

  private CourseRow with(Treated now) {
    return new CourseRow(course, patient, openedAt, before, planned, now, since);
  }

  /// Counts anew from a moment where it came to another step.
  private CourseRow moved(CourseRow earlier, Instant at) {
    return step() == earlier.step()
        ? this
        : new CourseRow(course, patient, openedAt, before, planned, treated, at);
  }
}
