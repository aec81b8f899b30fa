package org.nepenthe.bedside;

import java.util.Optional;
import org.nepenthe.quantity.HeartRate;
import org.nepenthe.quantity.OxygenSaturation;
import org.nepenthe.quantity.Pressure;
import org.nepenthe.quantity.RespiratoryRate;

/// One set of values from the simulated monitor. A value that the monitor does not have is absent;
/// no number stands for "none".
///
/// @param measuredAtMinute when, in minutes from the start of the simulation; behind the chair's
///     own minute where the monitor is frozen
public record MonitorReading(
    double measuredAtMinute,
    Optional<HeartRate> heartRate,
    Optional<Pressure> systolic,
    Optional<Pressure> diastolic,
    Optional<Pressure> mean,
    Optional<OxygenSaturation> saturation,
    Optional<RespiratoryRate> respiratoryRate) {

  static MonitorReading nothing(double minute) {
    return new MonitorReading(
        minute,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  MonitorReading withoutPressure() {
    return new MonitorReading(
        measuredAtMinute,
        heartRate,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        saturation,
        respiratoryRate);
  }

  MonitorReading withoutSaturation() {
    return new MonitorReading(
        measuredAtMinute, heartRate, systolic, diastolic, mean, Optional.empty(), respiratoryRate);
  }
}
