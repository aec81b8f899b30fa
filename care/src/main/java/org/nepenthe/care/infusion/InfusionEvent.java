package org.nepenthe.care.infusion;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.decision.CourseId;
import org.nepenthe.care.decision.InfusionId;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.care.infusion.check.DoseCheck;
import org.nepenthe.care.infusion.check.Mismatch;
import org.nepenthe.care.infusion.observation.ObservationSource;
import org.nepenthe.care.infusion.observation.Observed;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.care.infusion.pump.PumpState;
import org.nepenthe.care.infusion.pump.PumpVolume;
import org.nepenthe.care.infusion.taken.Taken;
import org.nepenthe.care.infusion.taken.TakenReason;
import org.nepenthe.care.planning.DosePlan;
import org.nepenthe.quantity.PumpRate;

/// Something that happened in one administration. Every event says by the clock when it happened,
/// which may be some minutes before it was recorded, and who says so.
public sealed interface InfusionEvent extends CareEvent {
  Instant at();

  Actor by();

  /// An event that says what the pump does from its time on. Only these change what was given.
  sealed interface PumpEvent extends InfusionEvent {}

  /// An event on the patient's way home.
  sealed interface RecoveryEvent extends InfusionEvent {}

  /// The preparation of an approved plan began. The plan is kept as it was approved.
  record InfusionOpened(
      InfusionId infusion,
      PatientId patient,
      CourseId course,
      DosePlan.Approved plan,
      Instant at,
      Actor by)
      implements InfusionEvent {}

  /// Given up before the first drop.
  record PreparationAbandoned(String reason, Instant at, Actor by) implements InfusionEvent {}

  /// One item of the time-out list was done.
  ///
  /// @param words the item as it read then
  record TimeOutItemDone(String item, String words, Instant at, Actor by)
      implements InfusionEvent {}

  /// What the patient says they took since the day before that sedates; the newest counts.
  ///
  /// @param answers one for each thing that was asked
  record TakenAsked(List<Taken> answers, Instant at, Actor by) implements InfusionEvent {
    public TakenAsked {
      answers = List.copyOf(answers);
    }
  }

  /// A physician lets the infusion start in spite of what was said last. Shown ever after; a newer
  /// answer needs a newer decision.
  ///
  /// @param overrode what was said, in words
  record TakenOverridden(
      String overrode, TakenReason reason, Signature signature, Instant at, Actor by)
      implements InfusionEvent {}

  /// The first person drew up and mixed the drug, and says what they have in their hands.
  record DrugPrepared(DoseCheck found, Signature signature, Instant at, Actor by)
      implements InfusionEvent {}

  /// A second person read everything again without being shown it.
  ///
  /// @param mismatches what did not agree; kept for ever, with both values
  record DrugChecked(
      DoseCheck found, List<Mismatch> mismatches, Signature signature, Instant at, Actor by)
      implements InfusionEvent {
    public DrugChecked {
      mismatches = List.copyOf(mismatches);
    }
  }

  /// @param rate as the person who started it read it from the pump's own display
  record InfusionStarted(PumpRate rate, Instant at, Actor by) implements PumpEvent {}

  /// @param readBackBy the second person who read the pump's screen; needed where the rate rises
  record RateChanged(PumpRate rate, String reason, Optional<Actor> readBackBy, Instant at, Actor by)
      implements PumpEvent {}

  record InfusionHeld(String reason, Optional<PumpVolume> pumpShows, Instant at, Actor by)
      implements PumpEvent {}

  record InfusionResumed(PumpRate rate, Instant at, Actor by) implements PumpEvent {}

  record InfusionStopped(String reason, Optional<PumpVolume> pumpShows, Instant at, Actor by)
      implements PumpEvent {}

  /// The system was down. What the pump did since then nobody has said.
  ///
  /// @param at the last moment at which the system is known to have run
  record MonitoringInterrupted(Instant at, Actor by) implements PumpEvent {}

  /// A person looked at the pump after an interruption.
  ///
  /// @param at since when the pump is known to be in that state
  record PumpConfirmed(PumpState pump, Optional<PumpVolume> pumpShows, Instant at, Actor by)
      implements PumpEvent {}

  /// One set of observations; all that a device sent in one batch is one set.
  record ObservationsRecorded(
      ObservationSource source, Map<Parameter, Observed> values, Instant at, Actor by)
      implements InfusionEvent {
    public ObservationsRecorded {
      values = Map.copyOf(values);
    }
  }

  record RescueGiven(RescueDose dose, String reason, Instant at, Actor by)
      implements InfusionEvent {}

  record AdverseEventRecorded(AdverseEvent event, Instant at, Actor by) implements InfusionEvent {}

  /// An earlier entry no longer counts. It stays readable, struck through, with the reason.
  ///
  /// @param entry the number of the entry in this infusion's stream
  record EntryStruck(long entry, String reason, Instant at, Actor by) implements InfusionEvent {}

  /// Somebody saw an alert. That ends nothing but its call for attention.
  record AlertAcknowledged(String alert, Instant at, Actor by) implements InfusionEvent {}

  /// A recovery score was taken.
  ///
  /// @param scale the id of the scale in the knowledge base
  /// @param points for each item of the scale by its key
  record RecoveryScored(String scale, Map<String, Integer> points, Instant at, Actor by)
      implements RecoveryEvent {
    public RecoveryScored {
      points = Map.copyOf(points);
    }
  }

  /// The patient was asked the questions of orientation.
  ///
  /// @param answeredRight by the key of the question
  record OrientationChecked(Map<String, Boolean> answeredRight, Instant at, Actor by)
      implements RecoveryEvent {
    public OrientationChecked {
      answeredRight = Map.copyOf(answeredRight);
    }
  }

  /// Who takes the patient home; the newest counts. It may be known before the infusion.
  ///
  /// @param contact a telephone number or where they wait
  record EscortNamed(String name, String contact, Instant at, Actor by) implements RecoveryEvent {}

  /// The patient was told not to drive.
  ///
  /// @param words the advice as it read then
  /// @param understood whether the patient said it back
  record DrivingAdviceGiven(String words, boolean understood, Instant at, Actor by)
      implements RecoveryEvent {}

  /// What became of an adverse event.
  ///
  /// @param entry the number of the adverse event in this infusion's stream
  record AdverseEventSettled(long entry, Settlement settlement, String note, Instant at, Actor by)
      implements RecoveryEvent {
    /// How an adverse event stands when the patient leaves.
    public enum Settlement {
      OVER("over"),
      /// It goes on, and a physician says that the patient may leave with it.
      GOES_ON("goes on; a physician lets the patient leave with it");

      private final String words;

      Settlement(String words) {
        this.words = words;
      }

      public String words() {
        return words;
      }
    }
  }

  record PatientDischarged(Signature signature, Instant at, Actor by) implements RecoveryEvent {}
}
