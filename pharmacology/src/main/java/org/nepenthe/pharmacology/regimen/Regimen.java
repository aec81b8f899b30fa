package org.nepenthe.pharmacology.regimen;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.DoseRate;
import org.nepenthe.quantity.Moiety;

/// Everything one person is given of one moiety: intravenous boluses and piecewise-constant rates,
/// and doses by other routes.
///
/// Boluses stand in ascending order of time, rates too, and rates do not overlap: two rates running
/// at once are one rate, and saying which was meant is the caller's. A bolus may fall into a rate.
///
/// @param administrations doses that have to be absorbed, in ascending order of time
public record Regimen(
    Moiety moiety,
    List<Bolus> boluses,
    List<RateSegment> rates,
    List<Administration> administrations) {
  /// A tonne: more is a mistake, and refusing it keeps every result finite.
  private static final double LARGEST = 1e9;

  public Regimen {
    boluses = List.copyOf(boluses);
    rates = List.copyOf(rates);
    administrations = List.copyOf(administrations);
    double dosed = 0;
    for (var administration : administrations) {
      same(moiety, administration.dose().moiety());
      if (administration.atMinute() < dosed) {
        throw new IllegalArgumentException(
            "doses must ascend: "
                + administration.atMinute()
                + " min stands after "
                + dosed
                + " min");
      }
      dosed = administration.atMinute();
    }
    double last = 0;
    for (var bolus : boluses) {
      same(moiety, bolus.dose().moiety());
      if (bolus.atMinute() < last) {
        throw new IllegalArgumentException(
            "boluses must ascend: " + bolus.atMinute() + " min stands after " + last + " min");
      }
      last = bolus.atMinute();
    }
    double end = 0;
    for (var rate : rates) {
      same(moiety, rate.rate().moiety());
      if (rate.fromMinute() < end) {
        throw new IllegalArgumentException(
            "rates must ascend and not overlap: one starts at "
                + rate.fromMinute()
                + " min, before "
                + end
                + " min, when the one before it ends");
      }
      end = rate.untilMinute();
    }
  }

  /// Given into a vein only.
  public Regimen(Moiety moiety, List<Bolus> boluses, List<RateSegment> rates) {
    this(moiety, boluses, rates, List.of());
  }

  public static Regimen none(Moiety moiety) {
    return new Regimen(moiety, List.of(), List.of());
  }

  /// One dose at a constant rate from minute 0.
  public static Regimen infusion(Dose dose, double minutes) {
    if (!(Minutes.valid(minutes, "duration") > 0)) {
      throw new IllegalArgumentException("an infusion must last above 0 min, was 0 min");
    }
    var rate = dose.over(BigDecimal.valueOf(minutes));
    return none(dose.moiety()).plusRate(0, minutes, rate);
  }

  /// What a pump really did: each rate holds until the next change, the last until `untilMinute`.
  /// Changes at or after `untilMinute` are not yet part of it.
  public static Regimen given(Moiety moiety, List<RateChange> changes, double untilMinute) {
    var segments = new ArrayList<RateSegment>();
    for (int i = 0; i < changes.size(); i++) {
      var change = changes.get(i);
      double next = i + 1 < changes.size() ? changes.get(i + 1).atMinute() : untilMinute;
      if (i + 1 < changes.size() && next < change.atMinute()) {
        throw new IllegalArgumentException(
            "rate changes must ascend: "
                + next
                + " min stands after "
                + change.atMinute()
                + " min");
      }
      double end = Math.min(next, untilMinute);
      if (end > change.atMinute()) {
        segments.add(new RateSegment(change.atMinute(), end, change.rate()));
      } else {
        same(moiety, change.rate().moiety());
      }
    }
    return new Regimen(moiety, List.of(), segments);
  }

  public Regimen plusBolus(double atMinute, Dose dose) {
    var more = new ArrayList<>(boluses);
    more.add(new Bolus(atMinute, dose));
    more.sort(Comparator.comparingDouble(Bolus::atMinute));
    return new Regimen(moiety, more, rates, administrations);
  }

  /// A dose by any route; into a vein it is a bolus.
  public Regimen plusDose(double atMinute, Route route, Dose dose) {
    if (route == Route.INTRAVENOUS) {
      return plusBolus(atMinute, dose);
    }
    var more = new ArrayList<>(administrations);
    more.add(new Administration(atMinute, route, dose));
    more.sort(Comparator.comparingDouble(Administration::atMinute));
    return new Regimen(moiety, boluses, rates, more);
  }

  /// True where nothing has to be absorbed.
  public boolean isIntravenous() {
    return administrations.isEmpty();
  }

  /// Every route by which something is given.
  public Set<Route> routes() {
    var routes = EnumSet.noneOf(Route.class);
    administrations.forEach(administration -> routes.add(administration.route()));
    if (!boluses.isEmpty() || !rates.isEmpty()) {
      routes.add(Route.INTRAVENOUS);
    }
    return Collections.unmodifiableSet(routes);
  }

  /// Adds a rate wherever it belongs in time; refused if it overlaps another.
  public Regimen plusRate(double fromMinute, double untilMinute, DoseRate rate) {
    var more = new ArrayList<>(rates);
    more.add(new RateSegment(fromMinute, untilMinute, rate));
    more.sort(Comparator.comparingDouble(RateSegment::fromMinute));
    return new Regimen(moiety, boluses, more, administrations);
  }

  /// All that is given before a minute, by every route, in mg; not all of it is absorbed.
  public double milligramsBefore(double minute) {
    double sum = 0;
    for (var bolus : boluses) {
      sum += bolus.atMinute() < minute ? bolus.dose().asDouble() : 0;
    }
    for (var administration : administrations) {
      sum += administration.atMinute() < minute ? administration.dose().asDouble() : 0;
    }
    for (var rate : rates) {
      double end = Math.min(minute, rate.untilMinute());
      sum += Math.max(0, end - rate.fromMinute()) * rate.milligramsPerMinute();
    }
    return sum;
  }

  /// What happens in the vein, in order of time; a rate that ends where another starts ends first.
  public List<Event> events() {
    var events = new ArrayList<Event>();
    for (var rate : rates) {
      events.add(new Event(rate.untilMinute(), 0, 0));
    }
    for (var rate : rates) {
      events.add(new Event(rate.fromMinute(), 0, rate.milligramsPerMinute()));
    }
    events.sort(Comparator.comparingDouble(Event::minute));
    for (var bolus : boluses) {
      events.add(new Event(bolus.atMinute(), bolus.dose().asDouble(), Event.UNCHANGED));
    }
    events.sort(Comparator.comparingDouble(Event::minute));
    return events;
  }

  /// One instant at which something is given or a rate changes.
  ///
  /// @param bolus mg
  /// @param rate mg/min from here on, or [#UNCHANGED]
  public record Event(double minute, double bolus, double rate) {
    public static final double UNCHANGED = -1;

    public boolean changesRate() {
      return rate != UNCHANGED;
    }
  }

  static void computable(double amount, String name, String unit) {
    if (!(amount >= 0 && amount <= LARGEST)) {
      throw new IllegalArgumentException(
          name + " must lie between 0 and 1000000000 " + unit + ", was " + amount + " " + unit);
    }
  }

  private static void same(Moiety regimen, Moiety part) {
    if (regimen != part) {
      throw new IllegalArgumentException(
          "a regimen of " + regimen.genericName() + " cannot hold a dose of " + part.genericName());
    }
  }
}
