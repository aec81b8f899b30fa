package org.nepenthe.care.planning.series;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.planning.protocol.EarlierDose;
import org.nepenthe.care.planning.protocol.PlanningKnowledge;
import org.nepenthe.care.planning.protocol.Protocol;
import org.nepenthe.care.planning.protocol.ProtocolCaps;
import org.nepenthe.care.planning.series.Conflict.Kind;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.quantity.Dose;

/// Finds everything that stands against the days of a series, each named.
public final class Conflicts {
  private final Facts facts;
  private final PlanningKnowledge knowledge;
  private final List<Conflict> found = new ArrayList<>();

  private Conflicts(Facts facts, PlanningKnowledge knowledge) {
    this.facts = facts;
    this.knowledge = knowledge;
  }

  /// What a series is held against.
  ///
  /// @param infusions the days as they are to be
  /// @param others every other booking of the clinic
  /// @param protocol of the course, where a plan was made
  /// @param dose of one infusion as it was planned last
  /// @param earlier what was given before
  /// @param oneInfusionOnly where an override allows no series
  public record Facts(
      PatientId patient,
      List<PlannedInfusion> infusions,
      List<Booking> others,
      Capacity capacity,
      Optional<Protocol> protocol,
      Optional<Dose> dose,
      List<EarlierDose> earlier,
      boolean oneInfusionOnly,
      Instant now) {
    public Facts {
      infusions = List.copyOf(infusions);
      others = List.copyOf(others);
      earlier = List.copyOf(earlier);
    }
  }

  public static List<Conflict> of(Facts facts, PlanningKnowledge knowledge) {
    var conflicts = new Conflicts(facts, knowledge);
    facts.infusions().forEach(conflicts::day);
    conflicts.source();
    conflicts.totals();
    return List.copyOf(conflicts.found);
  }

  private void day(PlannedInfusion infusion) {
    if (infusion.from().isBefore(facts.now())) {
      say(infusion, Kind.IN_THE_PAST, true, "This day is in the past.", Capacity.RULE);
    }
    boolean known =
        facts.capacity().chairs().stream().anyMatch(chair -> chair.name().equals(infusion.chair()));
    if (!known) {
      say(infusion, Kind.NO_SUCH_CHAIR, true, "The site has no such chair.", Capacity.RULE);
    }
    int at = 1;
    for (var other : facts.others()) {
      if (other.infusion().overlaps(infusion)) {
        at++;
        if (other.infusion().chair().equals(infusion.chair())) {
          say(
              infusion,
              Kind.CHAIR_TAKEN,
              true,
              infusion.chair() + " is taken by another patient at that time.",
              Capacity.RULE);
        }
        if (other.patient().equals(facts.patient())) {
          say(
              infusion,
              Kind.PATIENT_TWICE,
              true,
              "The patient has another infusion at that time.",
              Capacity.RULE);
        }
      }
    }
    staff(infusion, at);
    if (facts.oneInfusionOnly() && infusion.number() > 1) {
      say(
          infusion,
          Kind.ONE_INFUSION_ONLY,
          true,
          "An override of this course allows one infusion only.",
          "SCR-SUD-01");
    }
  }

  private void staff(PlannedInfusion infusion, int patients) {
    facts
        .capacity()
        .mostAtOnce()
        .filter(most -> patients > most)
        .ifPresent(most ->
            say(
                infusion,
                Kind.STAFF,
                true,
                "%d patients at once, and the staff on duty may look after %d."
                    .formatted(patients, most),
                Capacity.RULE));
  }

  private void source() {
    var protocol = facts.protocol();
    if (protocol.isEmpty()) {
      return;
    }
    var id = protocol.get().id();
    var most = protocol.get().caps().infusions();
    var every = protocol.get().caps().every().map(Amount::duration);
    PlannedInfusion before = null;
    for (var infusion : facts.infusions()) {
      if (before != null && before.overlaps(infusion)) {
        say(infusion, Kind.PATIENT_TWICE, true, "Two infusions of this series overlap.", id);
      }
      if (most.isPresent() && most.get().isBreachedBy(BigDecimal.valueOf(infusion.number()))) {
        say(
            infusion,
            Kind.MORE_THAN_THE_SOURCE,
            false,
            "The protocol's source gave %s infusions: of more it says nothing."
                .formatted(plain(most.get().value())),
            id);
      }
      if (before != null && every.isPresent()) {
        var apart = Duration.between(before.from(), infusion.from());
        if (wholeDays(apart) < wholeDays(every.get())) {
          say(
              infusion,
              Kind.CLOSER_THAN_THE_SOURCE,
              false,
              "Closer than in the protocol's source, which gave one every "
                  + protocol.get().caps().every().orElseThrow().words()
                  + ".",
              id);
        }
      }
      before = infusion;
    }
  }

  /// To the nearest day: nine o'clock and the next day's eight o'clock are a day apart.
  private static long wholeDays(Duration duration) {
    return Math.round((double) duration.toMinutes() / Duration.ofDays(1).toMinutes());
  }

  /// Projects the dose planned last over the whole series against each cap on a total.
  private void totals() {
    if (facts.protocol().isEmpty() || facts.dose().isEmpty()) {
      return;
    }
    var protocol = facts.protocol().get();
    var dose = facts.dose().get();
    var given = new ArrayList<>(facts.earlier());
    var totals = knowledge.totals(dose.moiety());
    var site = totals.values();
    var rule = totals.id().value();
    for (var infusion : facts.infusions()) {
      given.add(new EarlierDose(dose, infusion.from(), true));
      var moment = infusion.from();
      var caps = protocol.caps();
      total(infusion, caps.day(), given, Duration.ofDays(1), moment, "in 24 hours", protocol.id());
      total(infusion, caps.week(), given, Duration.ofDays(7), moment, "in 7 days", protocol.id());
      total(
          infusion,
          ProtocolCaps.used(site, "week"),
          given,
          Duration.ofDays(7),
          moment,
          "in 7 days",
          rule);
      course(infusion, caps.course(), given, protocol.id());
      course(infusion, ProtocolCaps.used(site, "course"), given, rule);
    }
  }

  private void total(
      PlannedInfusion infusion,
      Optional<Amount> cap,
      List<EarlierDose> given,
      Duration span,
      Instant moment,
      String words,
      String rule) {
    var sum =
        EarlierDose.within(given, facts.dose().orElseThrow().moiety(), span, moment).milligrams();
    cap.filter(most -> sum.compareTo(most.in("mg")) > 0)
        .ifPresent(most ->
            say(
                infusion,
                Kind.TOTAL,
                true,
                "%s mg %s would be given; at most %s mg."
                    .formatted(plain(sum), words, plain(most.in("mg"))),
                rule));
  }

  private void course(
      PlannedInfusion infusion, Optional<Amount> cap, List<EarlierDose> given, String rule) {
    var sum = EarlierDose.inCourse(given, facts.dose().orElseThrow().moiety()).milligrams();
    cap.filter(most -> sum.compareTo(most.in("mg")) > 0)
        .ifPresent(most ->
            say(
                infusion,
                Kind.TOTAL,
                true,
                "%s mg in this course would be given; at most %s mg."
                    .formatted(plain(sum), plain(most.in("mg"))),
                rule));
  }

  private void say(PlannedInfusion infusion, Kind kind, boolean blocks, String words, String rule) {
    var conflict = new Conflict(infusion.number(), kind, blocks, words, rule);
    if (!found.contains(conflict)) {
      found.add(conflict);
    }
  }

  private static String plain(BigDecimal number) {
    return number.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }
}
