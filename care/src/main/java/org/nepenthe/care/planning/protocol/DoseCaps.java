package org.nepenthe.care.planning.protocol;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.Limited;
import org.nepenthe.care.decision.Limited.Hardness;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.WeightNormalisedDose;

/// Every cap on the dose of one infusion, each turned into mg/kg of the weight that is dosed by, so
/// that they can be compared with what was asked for.
public final class DoseCaps {
  private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);

  private final Asked asked;
  private final Protocol protocol;
  private final BodyWeight dosedOn;
  private final Instant at;
  private final List<String> usedUp = new ArrayList<>();
  private Limited<WeightNormalisedDose> limited;

  private DoseCaps(Asked asked, Protocol protocol, BodyWeight dosedOn, Instant at) {
    this.asked = asked;
    this.protocol = protocol;
    this.dosedOn = dosedOn;
    this.at = at;
    this.limited = Limited.unlimited(asked.dose());
  }

  /// What is held against the caps.
  ///
  /// @param minutes how long it is to run
  /// @param actual the patient's actual weight
  /// @param earlier what was given before
  public record Asked(
      WeightNormalisedDose dose, BigDecimal minutes, BodyWeight actual, List<EarlierDose> earlier) {
    public Asked {
      earlier = List.copyOf(earlier);
    }
  }

  /// What the caps make of a request.
  ///
  /// @param usedUp totals of which nothing is left; no dose is small enough then
  public record Result(Limited<WeightNormalisedDose> limited, List<String> usedUp) {
    public Result {
      usedUp = List.copyOf(usedUp);
    }
  }

  public static Result of(
      Asked asked, Protocol protocol, BodyWeight dosedOn, PlanningKnowledge knowledge, Instant at) {
    var caps = new DoseCaps(asked, protocol, dosedOn, at);
    caps.protocol(protocol);
    var drug = protocol.moiety();
    var fastest = knowledge.rateCeiling(drug);
    caps.rate(
        fastest.most(),
        fastest.rule(),
        "In an outpatient clinic the rate of %s is never %s."
            .formatted(drug.genericName(), fastest.most().words()));
    var totals = knowledge.totals(drug);
    caps.total(
        ProtocolCaps.used(totals.values(), "week"), caps.given(WEEK), totals.id(), "in 7 days");
    caps.total(
        ProtocolCaps.used(totals.values(), "course"),
        caps.inCourse(),
        totals.id(),
        "in this course");
    var most = knowledge.doseCeiling(drug);
    caps.atMost(
        caps.per(most.most().in("mg")),
        most.rule(),
        "One infusion of %s %s needs a second clinician."
            .formatted(drug.genericName(), most.most().words()),
        Hardness.SOFT);
    return new Result(caps.limited, caps.usedUp);
  }

  private void protocol(Protocol of) {
    var rule = RuleId.of(of.id());
    var own = of.caps();
    atMost(
        of.highest(),
        rule,
        "The protocol's highest dose is "
            + of.highest().milligramsPerKilogram().toPlainString()
            + " mg/kg.",
        Hardness.HARD);
    own.rate().ifPresent(cap -> rate(cap, rule, "This protocol never runs " + cap.words() + "."));
    own.hourly()
        .ifPresent(cap ->
            atMost(
                per(overTheTime(cap.in("mg/h"))),
                rule,
                "This protocol never runs " + cap.words() + ", whatever the patient weighs.",
                Hardness.HARD));
    total(own.day(), given(DAY), rule, "in 24 hours");
    total(own.week(), given(WEEK), rule, "in 7 days");
    total(own.course(), inCourse(), rule, "in this course");
  }

  /// A cap in mg/kg/h is meant for the actual weight.
  private void rate(Amount cap, RuleId rule, String reason) {
    var perActual = new WeightNormalisedDose(overTheTime(cap.in("mg/kg/h")));
    atMost(
        perActual.forWeight(asked.actual(), protocol.moiety()).per(dosedOn),
        rule,
        reason,
        Hardness.HARD);
  }

  private void total(Optional<Amount> cap, Dose given, RuleId rule, String span) {
    if (cap.isEmpty()) {
      return;
    }
    var most = cap.get().in("mg");
    var left = most.subtract(given.milligrams());
    var words =
        "At most %s mg %s; %s mg were given already."
            .formatted(plain(most), span, plain(given.milligrams()));
    if (left.signum() <= 0) {
      usedUp.add(words + " Nobody can exceed it.");
    } else {
      atMost(per(left), rule, words, Hardness.HARD);
    }
  }

  private void atMost(WeightNormalisedDose limit, RuleId rule, String reason, Hardness hardness) {
    limited = limited.atMost(limit, rule, reason, hardness);
  }

  private Dose given(Duration before) {
    return EarlierDose.within(asked.earlier(), protocol.moiety(), before, at);
  }

  private Dose inCourse() {
    return EarlierDose.inCourse(asked.earlier(), protocol.moiety());
  }

  private BigDecimal overTheTime(BigDecimal perHour) {
    return perHour.multiply(asked.minutes()).divide(MINUTES_PER_HOUR, MathContext.DECIMAL64);
  }

  private WeightNormalisedDose per(BigDecimal milligrams) {
    return new Dose(milligrams, protocol.moiety()).per(dosedOn);
  }

  private static String plain(BigDecimal number) {
    return number.round(MathContext.DECIMAL32).stripTrailingZeros().toPlainString();
  }
}
