package org.nepenthe.bedside;

import org.nepenthe.pharmacology.PatientModel;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.quantity.BodyWeight;

/// A chair with a virtual patient and a monitor. **The physiology is invented**; whatever shows its
/// values must show [#LABEL] with them.
///
/// There is no clock here: time goes on when [#advanceTo] says so. A chair is the same for the same
/// seed, weight, baseline and scenario, whether its time went on in one step or in many. It is
/// changed in place and belongs to one thread.
public final class SimulatedChair {
  /// To be shown wherever a value of this chair is.
  public static final String LABEL = "Simulated bedside: invented physiology";

  private static final double NANOGRAMS_PER_ML = 1000;

  private final SeededNoise noise;
  private final InventedPhysiology physiology;
  private final PatientModel model;
  private MonitorFault fault = MonitorFault.NONE;
  private MonitorReading lastGood;
  private double minute;
  private double effectSite;

  public SimulatedChair(long seed, BodyWeight weight, Baseline baseline) {
    this(seed, weight, baseline, Scenario.TYPICAL);
  }

  public SimulatedChair(long seed, BodyWeight weight, Baseline baseline, Scenario scenario) {
    noise = new SeededNoise(seed);
    physiology = InventedPhysiology.of(weight, baseline, scenario, noise);
    model = PatientModel.of(physiology.body());
    lastGood = physiology.reading(0, 0, noise);
  }

  /// Minutes from the start of the simulation.
  public double minute() {
    return minute;
  }

  /// Lets time go on.
  ///
  /// @param given everything really given since minute 0, not only since the last call
  /// @throws IllegalArgumentException if `minute` lies before the chair's own
  public void advanceTo(double minute, Regimen given) {
    if (Minutes.valid(minute, "time") < this.minute) {
      throw new IllegalArgumentException(
          "time cannot go back: asked for "
              + minute
              + " min in a chair at "
              + this.minute
              + " min");
    }
    var start = model.before(0, given.moiety());
    effectSite = model.advance(start, given, minute).effectSite() * NANOGRAMS_PER_ML;
    this.minute = minute;
    if (fault != MonitorFault.FROZEN) {
      lastGood = physiology.reading(minute, effectSite, noise);
    }
  }

  /// Breaks the monitor, or with [MonitorFault#NONE] mends it. The patient goes on regardless.
  public void setFault(MonitorFault fault) {
    this.fault = fault;
    if (fault != MonitorFault.FROZEN) {
      lastGood = physiology.reading(minute, effectSite, noise);
    }
  }

  /// What the monitor shows now.
  public MonitorReading monitor() {
    return switch (fault) {
      case NONE, FROZEN -> lastGood;
      case DISCONNECTED -> MonitorReading.nothing(minute);
      case NO_PRESSURE -> lastGood.withoutPressure();
      case NO_SATURATION -> lastGood.withoutSaturation();
    };
  }

  /// What the patient says and shows now; a fault of the monitor does not touch it.
  public PatientAnswers ask() {
    return physiology.answers(minute, effectSite, noise);
  }
}
