package org.nepenthe.care.infusion;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.care.infusion.check.DoseCheck;
import org.nepenthe.care.infusion.observation.ObservationSource;
import org.nepenthe.care.infusion.observation.Observed;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.care.infusion.pump.PumpState;
import org.nepenthe.care.infusion.pump.PumpVolume;
import org.nepenthe.care.infusion.taken.Taken;
import org.nepenthe.care.infusion.taken.TakenReason;
import org.nepenthe.care.planning.DosePlan;
import org.nepenthe.quantity.PumpRate;

/// Something somebody did and wants on record. Nothing here moves a pump.
public sealed interface InfusionCommand {

  record TickTimeOut(String item) implements InfusionCommand {}

  record AskTaken(List<Taken> answers) implements InfusionCommand {
    public AskTaken {
      answers = List.copyOf(answers);
    }
  }

  record OverrideTaken(TakenReason reason, Signature signature) implements InfusionCommand {}

  record Prepare(DoseCheck found, Signature signature) implements InfusionCommand {}

  record Check(DoseCheck found, Signature signature) implements InfusionCommand {}

  record Abandon(String reason) implements InfusionCommand {}

  /// @param plan the plan in force now: an infusion cannot be started from any other
  /// @param pumpShows the rate read from the pump's display
  record Start(DosePlan.Approved plan, PumpRate pumpShows) implements InfusionCommand {}

  /// @param readBackBy the second person who read the pump's display
  record ChangeRate(PumpRate rate, String reason, Optional<Actor> readBackBy)
      implements InfusionCommand {}

  record Hold(String reason, Optional<PumpVolume> pumpShows) implements InfusionCommand {}

  /// @param readBackBy needed only where the rate is higher than before the hold
  record Resume(PumpRate rate, Optional<Actor> readBackBy) implements InfusionCommand {}

  record Stop(String reason, Optional<PumpVolume> pumpShows) implements InfusionCommand {}

  record Confirm(PumpState pump, Optional<PumpVolume> pumpShows) implements InfusionCommand {}

  /// The system was down.
  ///
  /// @param lastKnownAt the last moment at which it is known to have run
  record Interrupt(Instant lastKnownAt) implements InfusionCommand {}

  record Observe(ObservationSource source, Map<Parameter, Observed> values)
      implements InfusionCommand {
    public Observe {
      values = Map.copyOf(values);
    }
  }

  /// @param repeat whether somebody who was asked said that this is another dose
  record GiveRescue(RescueDose dose, String reason, Repeat repeat) implements InfusionCommand {
    /// Whether the same drug minutes ago is another dose, or the same one recorded twice.
    public enum Repeat {
      NOT_ASKED,
      ANOTHER_DOSE
    }
  }

  record RecordAdverseEvent(AdverseEvent event) implements InfusionCommand {}

  record Strike(long entry, String reason) implements InfusionCommand {}

  record Acknowledge(String alert) implements InfusionCommand {}
}
