package org.nepenthe.clinic.infusion.picture;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.alert.Assessment;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.InfusionDecisions;
import org.nepenthe.care.infusion.InfusionEvent.EntryStruck;
import org.nepenthe.care.infusion.InfusionEvent.RescueGiven;
import org.nepenthe.care.infusion.InfusionLog;
import org.nepenthe.care.infusion.LogEntry;
import org.nepenthe.care.infusion.pump.Segment;
import org.nepenthe.clinic.infusion.picture.LivePicture.Delivered;
import org.nepenthe.clinic.infusion.picture.LivePicture.Marker;
import org.nepenthe.clinic.infusion.picture.LivePicture.Order;
import org.nepenthe.clinic.infusion.picture.LivePicture.Rescue;
import org.nepenthe.clinic.infusion.picture.LivePicture.State;
import org.nepenthe.clinic.infusion.picture.LivePicture.Stretch;
import org.nepenthe.clinic.infusion.picture.LivePicture.Struck;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.display.Figures;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.PumpRate;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/// Makes the picture of an infusion at a moment from everything on record about it.
@Component
public class LivePictures {
  private static final String SIMULATED =
      "Readings may come from a simulated bedside. Its physiology is invented.";

  private final RulesOfTheDay rules;
  private final MonitoringMode mode;
  private final Forecasts forecasts;
  private final ClinicTime time;
  private final ZoneId zone;
  private final boolean simulated;

  public LivePictures(
      RulesOfTheDay rules,
      MonitoringMode mode,
      Forecasts forecasts,
      ClinicTime time,
      ZoneId zone,
      Environment environment) {
    this.rules = rules;
    this.mode = mode;
    this.forecasts = forecasts;
    this.time = time;
    this.zone = zone;
    this.simulated = environment.acceptsProfiles(Profiles.of("demonstration"));
  }

  public LivePicture of(Infusion infusion, Instant at) {
    var log = infusion.log();
    var opened = log.opened();
    var watched = assessed(infusion, at);
    var observed = new ObservedPicture(infusion, rules.infusion(at), watched, at);
    var judged = new JudgedPicture(infusion, rules.infusion(at), watched, time, at);
    return new LivePicture(
        opened.infusion().toString(),
        opened.patient().toString(),
        opened.course().toString(),
        log.version(),
        fingerprint(infusion, at),
        at,
        zone.getId(),
        mode.code(),
        mode.line(),
        simulated,
        simulated ? SIMULATED : "",
        state(infusion),
        order(log),
        log.started().map(started -> started.at()),
        log.segments().stream().map(segment -> stretch(log, segment)).toList(),
        rescues(log),
        delivered(log, at),
        observed.parameters(),
        observed.sets(),
        markers(log),
        judged.alerts(),
        judged.advice(),
        judged.due(),
        forecasts.of(log, at),
        Permissions.of(infusion, rules.infusion(at), simulated, at),
        ChoicesShown.of(rules.infusion(at)));
  }

  /// What an infusion calls for, for a board that shows many; empty in record-only mode.
  public Optional<Assessment> assessed(Infusion infusion, Instant at) {
    return switch (mode) {
      case RECORD_ONLY -> Optional.empty();
      case ADVISORY -> Optional.of(rules.monitoring(at).assess(infusion, at));
    };
  }

  /// Changes whenever something a person would see changes, and with nothing that merely grows.
  public String fingerprint(Infusion infusion, Instant at) {
    return Fingerprint.of(infusion, assessed(infusion, at), rules.infusion(at), at);
  }

  private State state(Infusion infusion) {
    return switch (infusion) {
      case Infusion.Preparing preparing ->
          new State("preparing", preparing.log().opened().at(), "In preparation", Optional.empty());
      case Infusion.Abandoned(_, var since) ->
          new State("abandoned", since, "Given up before the start", Optional.empty());
      case Infusion.Infusing(_, _, var since) ->
          new State("infusing", since, "Infusing since " + time.time(since), Optional.empty());
      case Infusion.Held(_, var reason, var since) ->
          new State(
              "held",
              since,
              "On hold since " + time.time(since),
              Optional.of(reason).filter(words -> !words.isBlank()));
      case Infusion.Unconfirmed(_, var since) ->
          new State(
              "unconfirmed",
              since,
              "Unknown since " + time.time(since) + ": confirm the pump's state",
              Optional.of("Nepenthe was interrupted. The pump may be running."));
      case Infusion.Recovering(_, var since) ->
          new State("recovering", since, "Stopped at " + time.time(since), Optional.empty());
      case Infusion.Discharged(_, var since) ->
          new State("discharged", since, "Discharged at " + time.time(since), Optional.empty());
    };
  }

  private static Order order(InfusionLog log) {
    var order = log.order();
    var weight = order.weight();
    return new Order(
        order.moiety().genericName(),
        log.plan().proposed().infusionNumber(),
        order.protocolId(),
        order.dose().milligrams(),
        Figures.exact(order.dose().milligrams(), "mg"),
        Figures.of(order.dose().per(order.weight().weight())),
        Figures.of(weight.weight()),
        weight.measuredAt(),
        Figures.of(order.prepared()),
        order.pumpRate().millilitresPerHour(),
        Figures.of(order.pumpRate()),
        Figures.perMinute(order.doseRate()),
        order.total().millilitres(),
        Figures.of(order.total()),
        order.minutes().setScale(0, RoundingMode.CEILING).intValueExact(),
        log.plan().approval().signer().name(),
        log.plan().expiresAt());
  }

  private static Stretch stretch(InfusionLog log, Segment segment) {
    return switch (segment) {
      case Segment.Running(var rate, var from, var to) ->
          stretch(log, rate, from, to, "running", Figures.of(rate));
      case Segment.OnHold(var from, var to) ->
          stretch(log, PumpRate.STOPPED, from, to, "held", "on hold");
      case Segment.Unknown(var presumed, var from, var to) ->
          stretch(log, presumed, from, to, "unknown", "unknown; before: " + Figures.of(presumed));
    };
  }

  private static Stretch stretch(
      InfusionLog log,
      PumpRate rate,
      Instant from,
      Optional<Instant> to,
      String kind,
      String text) {
    var doseRate = rate.delivering(log.order().prepared(), log.order().moiety());
    return new Stretch(
        from,
        to,
        kind,
        rate.millilitresPerHour(),
        doseRate.milligramsPerHour(),
        text,
        doseRate.isZero() ? "" : Figures.perMinute(doseRate));
  }

  private static List<Rescue> rescues(InfusionLog log) {
    var rescues = new ArrayList<Rescue>();
    for (var entry : log.entries()) {
      if (entry.event() instanceof RescueGiven(var dose, _, var at, var by)) {
        rescues.add(
            new Rescue(
                Long.toString(entry.number()),
                at,
                dose.name(),
                dose.words(),
                by.name(),
                struck(log, entry)));
      }
    }
    return rescues;
  }

  private static Delivered delivered(InfusionLog log, Instant at) {
    var order = log.order();
    var delivery = log.deliveredAt(at);
    var remaining = delivery.remaining(order);
    var given = Figures.of(delivery.dose());
    var ordered = Figures.exact(order.dose().milligrams(), "mg");
    var atMost = delivery.certain() ? "" : " to " + Figures.of(delivery.doseAtMost());
    boolean runsOn = log.endsAt().isPresent();
    return new Delivered(
        rounded(delivery.dose().milligrams()),
        given + atMost,
        rounded(delivery.millilitres()),
        Figures.withUnit(Figures.rounded(delivery.millilitres(), 4, 2), "mL"),
        perKilogram(delivery.dose(), order.weight().weight()),
        delivery
            .millilitres()
            .multiply(BigDecimal.valueOf(100))
            .divide(order.total().millilitres(), 0, RoundingMode.HALF_UP)
            .intValue(),
        rounded(remaining),
        Figures.withUnit(Figures.rounded(remaining, 4, 2), "mL"),
        delivery.certain(),
        given + atMost + " of " + ordered,
        log.endsAt(),
        runsOn ? Optional.of(order.dose().milligrams()) : Optional.empty(),
        runsOn ? ordered : "");
  }

  private static String perKilogram(Dose dose, BodyWeight weight) {
    return dose.milligrams().signum() == 0
        ? Figures.withUnit("0", "mg/kg")
        : Figures.of(dose.per(weight));
  }

  private static List<Marker> markers(InfusionLog log) {
    var markers = new ArrayList<Marker>();
    for (var entry : log.entries()) {
      Words.of(entry.event())
          .ifPresent(marked ->
              markers.add(
                  new Marker(
                      markers.size() + 1,
                      Long.toString(entry.number()),
                      entry.event().at(),
                      entry.recordedAt(),
                      marked.kind(),
                      marked.text(),
                      entry.event().by().name(),
                      struck(log, entry),
                      InfusionDecisions.strikeable(log, entry))));
    }
    return markers;
  }

  static Optional<Struck> struck(InfusionLog log, LogEntry entry) {
    return log.strike(entry).map(LivePictures::struck);
  }

  static Struck struck(EntryStruck strike) {
    return new Struck(strike.reason(), strike.by().name(), strike.at());
  }

  private static BigDecimal rounded(BigDecimal number) {
    return number.setScale(3, RoundingMode.HALF_UP);
  }
}
