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
import org.nepenthe.care.planning.DosePlan;
import org.nepenthe.quantity.PumpRate;

/// Something that happened in one administration. Every event says by the clock when it happened,
/// which may be some minutes before it was recorded, and who says so.
public sealed interface InfusionEvent extends CareEvent {
  Instant at();

  Actor by();

  /// An event that says what the pump does from its time on. Only these change what was given.
  sealed interface PumpEvent extends InfusionEvent {}

  /// An event after the pump has stopped for good; recovery and discharge add theirs here.
  sealed interface RecoveryEvent extends InfusionEvent permits PatientDischarged {}

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

  record PatientDischarged(Signature signature, Instant at, Actor by) implements RecoveryEvent {}
}
