package org.nepenthe.clinic.infusion;

import java.time.Instant;
import java.time.InstantSource;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.InfusionCommand;
import org.nepenthe.clinic.record.CommandKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// Before the first page is served, every infusion that was being given when the clinic stopped is
/// marked: what its pump did since then nobody knows. It is never shown as running again until a
/// person has looked at the pump.
@Component
@ConditionalOnWebApplication
class InterruptionAtStart implements SmartInitializingSingleton {
  static final Actor SYSTEM = new Actor("system", "Nepenthe", Role.SYSTEM);
  private static final Logger LOG = LoggerFactory.getLogger(InterruptionAtStart.class);

  private final InfusionRegister register;
  private final InfusionDesk desk;
  private final Heartbeat heartbeat;
  private final InstantSource clock;

  InterruptionAtStart(
      InfusionRegister register, InfusionDesk desk, Heartbeat heartbeat, InstantSource clock) {
    this.register = register;
    this.desk = desk;
    this.heartbeat = heartbeat;
    this.clock = clock;
  }

  @Override
  public void afterSingletonsInstantiated() {
    var lastBeat = heartbeat.last().orElse(Instant.EPOCH);
    for (var row : register.open()) {
      var infusion = desk.find(row.infusion()).orElseThrow();
      if (infusion instanceof Infusion.Infusing || infusion instanceof Infusion.Held) {
        mark(infusion, lastBeat);
      }
    }
  }

  private void mark(Infusion infusion, Instant lastBeat) {
    var log = infusion.log();
    var lastEntry = log.entries().getLast().recordedAt();
    var lastKnown = lastBeat.isAfter(lastEntry) ? lastBeat : lastEntry;
    var id = log.opened().infusion();
    var answer =
        desk.record(
            new InfusionDesk.Request(
                id,
                log.opened().patient(),
                log.version(),
                new CommandKey("interrupted/" + id + "/" + log.version()),
                SYSTEM,
                clock.instant(),
                new InfusionCommand.Interrupt(lastKnown)));
    LOG.warn("Infusion {}: pump state unknown since {} ({})", id, lastKnown, answer);
  }
}
