package org.nepenthe.clinic.infusion;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.InfusionCommand;
import org.nepenthe.care.infusion.ObservationSet;
import org.nepenthe.care.infusion.observation.ObservationSource;
import org.nepenthe.care.infusion.observation.Observed;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.clinic.record.CommandKey;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Lets the demonstration's monitors send by themselves, as a connected monitor would: pulse,
/// saturation and breathing each minute, the pressure every five. Every batch is one event.
@Component
@Profile("demonstration")
@ConditionalOnWebApplication
class SimulatedMonitoring {
  private static final Duration BATCH = Duration.ofMinutes(1);
  private static final Duration PRESSURE = Duration.ofMinutes(5);
  private static final Set<Parameter> PRESSURES =
      Set.of(Parameter.SYSTOLIC, Parameter.DIASTOLIC, Parameter.MEAN_PRESSURE);

  private final InfusionRegister register;
  private final InfusionDesk desk;
  private final SimulatedBedside bedside;
  private final InstantSource clock;

  SimulatedMonitoring(
      InfusionRegister register, InfusionDesk desk, SimulatedBedside bedside, InstantSource clock) {
    this.register = register;
    this.desk = desk;
    this.bedside = bedside;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
  void sendWhatIsDue() {
    var now = clock.instant();
    for (var row : register.open()) {
      if (row.startedAt().isPresent()) {
        desk.find(row.infusion()).ifPresent(infusion -> sendIfDue(infusion, now));
      }
    }
  }

  private void sendIfDue(Infusion infusion, Instant now) {
    if (!due(infusion, Parameter.SATURATION, BATCH, now)) {
      return;
    }
    var values = new EnumMap<Parameter, Observed>(bedside.monitor(infusion, now));
    if (!due(infusion, Parameter.SYSTOLIC, PRESSURE, now)) {
      values.keySet().removeAll(PRESSURES);
    }
    if (!values.isEmpty()) {
      send(infusion, values, now);
    }
  }

  private static boolean due(Infusion infusion, Parameter parameter, Duration every, Instant now) {
    var log = infusion.log();
    var started = log.started().orElseThrow().at();
    var last =
        log.observations().stream()
            .filter(set -> set.source() == ObservationSource.SIMULATED)
            .filter(set -> set.lookedAt(parameter))
            .map(ObservationSet::at)
            .reduce((_, later) -> later)
            .filter(started::isBefore)
            .orElse(started);
    return !now.isBefore(last.plus(every));
  }

  private void send(Infusion infusion, Map<Parameter, Observed> values, Instant now) {
    var opened = infusion.log().opened();
    desk.record(
        new InfusionDesk.Request(
            opened.infusion(),
            opened.patient(),
            infusion.log().version(),
            new CommandKey("simulated/" + opened.infusion() + "/" + now.toEpochMilli()),
            InterruptionAtStart.SYSTEM,
            now,
            new InfusionCommand.Observe(ObservationSource.SIMULATED, values)));
  }
}
