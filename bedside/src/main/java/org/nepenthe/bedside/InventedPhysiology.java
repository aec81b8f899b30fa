package org.nepenthe.bedside;

import java.util.List;
import java.util.Optional;
import org.nepenthe.pharmacology.solver.Mammillary;
import org.nepenthe.pharmacology.solver.Mammillary.Exchange;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.HeartRate;
import org.nepenthe.quantity.OxygenSaturation;
import org.nepenthe.quantity.Pressure;
import org.nepenthe.quantity.RespiratoryRate;

/// The body behind the simulated chair. **Every number here is invented**: none comes from a
/// publication, none may be used for a patient. The two-compartment body differs from every model
/// that forecasts, on purpose: a forecast checked against itself would prove nothing.
///
/// Both moieties act alike here.
record InventedPhysiology(Mammillary body, Baseline baseline, Scenario scenario) {

  /// Effect-site concentration, in ng/mL, at which an invented effect is half of its most.
  private static final double HALF_EFFECT = 180;

  /// One virtual person; persons differ by about a fifth.
  static InventedPhysiology of(
      BodyWeight weight, Baseline baseline, Scenario scenario, SeededNoise noise) {
    double size = weight.asDouble() / 70;
    double v1 = 60 * size * noise.factor("volume");
    double clearance = 1.2 * Math.pow(size, 0.75) * noise.factor("clearance");
    double exchange = 1.5 * Math.pow(size, 0.75) * noise.factor("exchange");
    double v2 = 150 * size;
    var peripheral = new Exchange(exchange / v1, exchange / v2);
    var body = new Mammillary(v1, clearance / v1, List.of(peripheral), 0.15);
    return new InventedPhysiology(body, baseline, scenario);
  }

  MonitorReading reading(double minute, double effectSite, SeededNoise noise) {
    double effect = effect(effectSite);
    double circulation = effect * scenario.circulation;
    double breathing = effect * scenario.breathing;
    double systolic =
        within(
            70,
            240,
            baseline.systolic().asDouble() + 34 * circulation + noise.at(minute, "systolic", 3));
    double diastolic =
        within(
            40,
            Math.min(140, systolic - 15),
            baseline.diastolic().asDouble() + 18 * circulation + noise.at(minute, "diastolic", 2));
    double heart =
        within(
            40,
            160,
            baseline.heartRate().asDouble() + 20 * circulation + noise.at(minute, "heart", 2));
    double saturation =
        within(
            80,
            100,
            baseline.saturation().asDouble() - 3 * breathing + noise.at(minute, "saturation", 0.4));
    double breaths =
        within(
            6,
            30,
            baseline.respiratoryRate().asDouble()
                - 3 * breathing
                + noise.at(minute, "breaths", 0.7));
    return new MonitorReading(
        minute,
        Optional.of(HeartRate.ofBeatsPerMinute(whole(heart))),
        Optional.of(Pressure.ofMillimetresOfMercury(whole(systolic))),
        Optional.of(Pressure.ofMillimetresOfMercury(whole(diastolic))),
        Optional.of(Pressure.ofMillimetresOfMercury(whole((systolic + 2 * diastolic) / 3))),
        Optional.of(OxygenSaturation.ofPercent(whole(saturation))),
        Optional.of(RespiratoryRate.ofBreathsPerMinute(whole(breaths))));
  }

  PatientAnswers answers(double minute, double effectSite, SeededNoise noise) {
    double effect = effect(effectSite);
    double pain = baseline.pain() * (1 - 0.9 * effect) + noise.at(minute, "pain", 0.3);
    return new PatientAnswers(
        score(9 * effect * scenario.dissociation + noise.at(minute, "dissociation", 0.3)),
        score(3 * effect * scenario.nausea + noise.at(minute, "nausea", 0.3)),
        score(pain),
        -(int) within(0, 3, Math.floor(4 * effect)));
  }

  /// From 0, without drug, towards 1.
  private static double effect(double effectSite) {
    return effectSite / (effectSite + HALF_EFFECT);
  }

  private static int score(double value) {
    return (int) within(0, 10, Math.rint(value));
  }

  private static String whole(double value) {
    return Long.toString(Math.round(value));
  }

  private static double within(double least, double most, double value) {
    return Math.clamp(value, least, most);
  }
}
