package org.nepenthe.care.infusion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.infusion.InfusionEvent.InfusionHeld;
import org.nepenthe.care.infusion.InfusionEvent.InfusionResumed;
import org.nepenthe.care.infusion.InfusionEvent.InfusionStarted;
import org.nepenthe.care.infusion.InfusionEvent.InfusionStopped;
import org.nepenthe.care.infusion.InfusionEvent.MonitoringInterrupted;
import org.nepenthe.care.infusion.InfusionEvent.PumpConfirmed;
import org.nepenthe.care.infusion.InfusionEvent.PumpEvent;
import org.nepenthe.care.infusion.InfusionEvent.RateChanged;
import org.nepenthe.care.infusion.pump.PumpState;
import org.nepenthe.care.infusion.pump.Segment;
import org.nepenthe.quantity.PumpRate;

/// Turns pump events into stretches of constant rate that touch and never overlap.
final class PumpLine {
  private final List<Segment> closed = new ArrayList<>();
  private Optional<Segment> open = Optional.empty();
  private PumpRate lastRate = PumpRate.STOPPED;

  private PumpLine() {}

  static List<Segment> segments(List<LogEntry> pumpEntries) {
    var line = new PumpLine();
    for (var entry : pumpEntries) {
      if (entry.event() instanceof PumpEvent event) {
        line.take(event);
      }
    }
    line.open.ifPresent(line.closed::add);
    return List.copyOf(line.closed);
  }

  private void take(PumpEvent event) {
    close(event.at());
    switch (event) {
      case InfusionStarted started -> run(started.rate(), started.at());
      case RateChanged changed -> run(changed.rate(), changed.at());
      case InfusionResumed resumed -> run(resumed.rate(), resumed.at());
      case InfusionHeld held -> hold(held.at());
      case InfusionStopped _ -> {}
      case MonitoringInterrupted(var at, _) ->
          open = Optional.of(new Segment.Unknown(lastRate, at, Optional.empty()));
      case PumpConfirmed(var pump, _, var at, _) -> {
        switch (pump) {
          case PumpState.Running(var rate) -> run(rate, at);
          case PumpState.OnHold _ -> hold(at);
          case PumpState.Off _ -> {}
        }
      }
    }
  }

  private void run(PumpRate rate, Instant at) {
    lastRate = rate;
    open = Optional.of(new Segment.Running(rate, at, Optional.empty()));
  }

  private void hold(Instant at) {
    open = Optional.of(new Segment.OnHold(at, Optional.empty()));
  }

  private void close(Instant at) {
    open.ifPresent(segment -> {
      if (at.isAfter(segment.from())) {
        closed.add(ended(segment, at));
      }
    });
    open = Optional.empty();
  }

  private static Segment ended(Segment segment, Instant at) {
    return switch (segment) {
      case Segment.Running(var rate, var from, _) ->
          new Segment.Running(rate, from, Optional.of(at));
      case Segment.OnHold(var from, _) -> new Segment.OnHold(from, Optional.of(at));
      case Segment.Unknown(var presumed, var from, _) ->
          new Segment.Unknown(presumed, from, Optional.of(at));
    };
  }
}
