package org.nepenthe.pharmacology.population;

import java.util.ArrayList;
import java.util.List;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.pharmacology.regimen.Regimen;

/// A regimen and the times at which concentrations are wanted, as one list of legs: as many equal
/// steps as possible in each, because a step's coefficients are dear and a step is cheap.
///
/// A bolus at a wanted time is in that time's concentration, and a rate that ends there has been
/// given.
record Timetable(List<Double> minutes, List<Leg> legs) {
  /// Steps whose lengths differ by no more than this, relative, are taken as equal: what rounding
  /// makes of a grid such as every 0.1 min.
  private static final double SAME_STEP = 1e-12;

  sealed interface Leg {
    /// Equal steps at one rate in mg/min; each ends at a wanted time.
    record Steps(double minutes, int steps, double rate) implements Leg {}

    /// One step that ends at a time nobody asked for.
    record Jump(double minutes, double rate) implements Leg {}

    /// A bolus in mg.
    record Give(double milligrams) implements Leg {}

    /// The present time is wanted.
    record Show() implements Leg {}
  }

  static Timetable of(Regimen regimen, List<Double> minutes) {
    return new Builder(regimen.events()).build(Minutes.ascending(minutes));
  }

  private static final class Builder {
    private final List<Regimen.Event> events;
    private final List<Leg> legs = new ArrayList<>();
    private int next;
    private double now;
    private double rate;

    Builder(List<Regimen.Event> events) {
      this.events = events;
    }

    Timetable build(List<Double> minutes) {
      for (double wanted : minutes) {
        while (next < events.size() && events.get(next).minute() < wanted) {
          take();
        }
        if (bolusAt(wanted)) {
          while (next < events.size() && events.get(next).minute() == wanted) {
            take();
          }
          legs.add(new Leg.Show());
        } else if (wanted > now) {
          step(wanted - now);
          now = wanted;
        } else {
          legs.add(new Leg.Show());
        }
      }
      return new Timetable(minutes, List.copyOf(legs));
    }

    private boolean bolusAt(double minute) {
      return events.subList(next, events.size()).stream()
          .takeWhile(event -> event.minute() == minute)
          .anyMatch(event -> event.bolus() > 0);
    }

    private void take() {
      var event = events.get(next++);
      if (event.minute() > now) {
        legs.add(new Leg.Jump(event.minute() - now, rate));
        now = event.minute();
      }
      rate = event.changesRate() ? event.rate() : rate;
      if (event.bolus() > 0) {
        legs.add(new Leg.Give(event.bolus()));
      }
    }

    private void step(double length) {
      if (!legs.isEmpty()
          && legs.getLast() instanceof Leg.Steps last
          && last.rate() == rate
          && Math.abs(last.minutes() - length) <= SAME_STEP * length) {
        legs.set(legs.size() - 1, new Leg.Steps(last.minutes(), last.steps() + 1, rate));
      } else {
        legs.add(new Leg.Steps(length, 1, rate));
      }
    }
  }
}
