package org.nepenthe.clinic.infusion;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.nepenthe.bedside.Baseline;
import org.nepenthe.bedside.MonitorReading;
import org.nepenthe.bedside.PatientAnswers;
import org.nepenthe.bedside.SimulatedChair;
import org.nepenthe.care.decision.InfusionId;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.observation.Observed;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.clinic.infusion.picture.GivenRates;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// The demonstration's chairs: one invented patient with a monitor for each infusion, driven by the
/// rates really on record. After a restart each is made anew from the same seed and history.
@Component
@Profile("demonstration")
class SimulatedBedside {
  private final Map<InfusionId, SimulatedChair> chairs = new ConcurrentHashMap<>();

  /// What the monitor shows at a moment.
  Map<Parameter, Observed> monitor(Infusion infusion, Instant at) {
    var chair = chair(infusion);
    synchronized (chair) {
      advance(chair, infusion, at);
      return values(chair.monitor());
    }
  }

  /// What the patient answers and shows when somebody asks.
  Map<Parameter, Observed> answers(Infusion infusion, Instant at) {
    var chair = chair(infusion);
    synchronized (chair) {
      advance(chair, infusion, at);
      return values(chair.ask());
    }
  }

  void forget(InfusionId infusion) {
    chairs.remove(infusion);
  }

  private SimulatedChair chair(Infusion infusion) {
    var opened = infusion.log().opened();
    return chairs.computeIfAbsent(
        opened.infusion(),
        id ->
            new SimulatedChair(
                id.value().getLeastSignificantBits(),
                opened.plan().order().weight().weight(),
                Baseline.calmAdult()));
  }

  private static void advance(SimulatedChair chair, Infusion infusion, Instant at) {
    var segments = infusion.log().segments();
    if (segments.isEmpty()) {
      return;
    }
    var start = segments.getFirst().from();
    double minute = GivenRates.minutes(start, at);
    if (minute > chair.minute()) {
      chair.advanceTo(minute, GivenRates.of(infusion.log(), start, at));
    }
  }

  private static Map<Parameter, Observed> values(MonitorReading reading) {
    var values = new EnumMap<Parameter, Observed>(Parameter.class);
    put(values, Parameter.HEART_RATE, reading.heartRate().map(rate -> rate.beatsPerMinute()));
    put(values, Parameter.SYSTOLIC, reading.systolic().map(p -> p.millimetresOfMercury()));
    put(values, Parameter.DIASTOLIC, reading.diastolic().map(p -> p.millimetresOfMercury()));
    put(values, Parameter.MEAN_PRESSURE, reading.mean().map(p -> p.millimetresOfMercury()));
    put(values, Parameter.SATURATION, reading.saturation().map(each -> each.percent()));
    put(
        values,
        Parameter.RESPIRATORY_RATE,
        reading.respiratoryRate().map(rate -> rate.breathsPerMinute()));
    return values;
  }

  private static Map<Parameter, Observed> values(PatientAnswers answers) {
    var values = new EnumMap<Parameter, Observed>(Parameter.class);
    put(values, Parameter.SEDATION, step(answers.sedation()));
    put(values, Parameter.DISSOCIATION, step(answers.dissociation()));
    put(values, Parameter.NAUSEA, step(inFourSteps(answers.nausea())));
    put(values, Parameter.PAIN, step(answers.pain()));
    return values;
  }

  /// The simulated patient rates nausea from 0 to 10, the chart keeps none, mild, moderate, severe.
  private static int inFourSteps(int nausea) {
    return (nausea + 2) / 3 - (nausea == 10 ? 1 : 0);
  }

  private static Optional<BigDecimal> step(int number) {
    return Optional.of(BigDecimal.valueOf(number));
  }

  private static void put(
      Map<Parameter, Observed> values, Parameter parameter, Optional<BigDecimal> value) {
    value.ifPresent(number -> values.put(parameter, new Observed.Measured(number)));
  }
}
