package org.nepenthe.care.infusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CourseId;
import org.nepenthe.care.decision.InfusionId;
import org.nepenthe.care.decision.KnowledgeVersion;
import org.nepenthe.care.decision.Limited;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.care.infusion.InfusionEvent.InfusionOpened;
import org.nepenthe.care.infusion.check.DoseCheck;
import org.nepenthe.care.infusion.observation.ObservationSource;
import org.nepenthe.care.infusion.observation.Observed;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.care.infusion.taken.Taken;
import org.nepenthe.care.planning.AgreedBenefit;
import org.nepenthe.care.planning.DosePlan;
import org.nepenthe.care.planning.order.DoseOrder;
import org.nepenthe.care.planning.order.DosingWeight;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;
import org.nepenthe.quantity.PumpRate;
import org.nepenthe.quantity.SolutionStrength;
import org.nepenthe.quantity.Volume;
import org.nepenthe.quantity.WeightNormalisedDose;

/// One chair for tests: 35 mg of ketamine (0.5 mg/kg, 70 kg) over 40 min from 35 mL at 1 mg/mL, so
/// 52.5 mL/h. Minutes count from noon; the preparation opens at minute -30.
public final class Chair {
  public static final KnowledgeBase KNOWLEDGE = KnowledgeBase.shipped();
  public static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  public static final InfusionRules RULES = InfusionRules.of(KNOWLEDGE, DAY);
  public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  public static final Actor NINA = new Actor("u1", "Nina Nurse", Role.NURSE);
  public static final Actor OTTO = new Actor("u2", "Otto Nurse", Role.NURSE);
  public static final Actor DORA = new Actor("u3", "Dr Dora", Role.PHYSICIAN);
  public static final Actor SYSTEM = new Actor("system", "Nepenthe", Role.SYSTEM);
  public static final PumpRate ORDERED = PumpRate.ofMillilitresPerHour("52.5");

  private final List<LogEntry> entries = new ArrayList<>();
  private List<Refusal> refusals = List.of();

  private Chair(DosePlan.Approved plan) {
    add(
        new InfusionOpened(
            new InfusionId(new UUID(0, 1)),
            new PatientId(new UUID(0, 2)),
            new CourseId(new UUID(0, 3)),
            plan,
            minute(-30),
            NINA),
        minute(-30));
  }

  public static Chair opened() {
    return new Chair(plan(NOON.plus(Duration.ofDays(1))));
  }

  public static Chair openedOn(DosePlan.Approved plan) {
    return new Chair(plan);
  }

  /// Everything done that has to be done before the start.
  public static Chair ready() {
    return opened().timeOut().prepared(right()).checked(right()).looked(-5);
  }

  /// Running at the ordered rate since noon, observed five minutes before.
  public static Chair running() {
    var chair = ready();
    chair.accepts(0, NINA, new InfusionCommand.Start(plan(NOON.plus(Duration.ofDays(1))), ORDERED));
    return chair;
  }

  public static Instant minute(double minutes) {
    return NOON.plusSeconds(Math.round(minutes * 60));
  }

  public static DosePlan.Approved plan(Instant expiresAt) {
    return plan(order("70", "35", "10", "1", "52.5"), expiresAt);
  }

  public static DosePlan.Approved plan(DoseOrder order, Instant expiresAt) {
    var proposed =
        new DosePlan.Proposed(
            1,
            order,
            Limited.unlimited(order.dosePerWeight()),
            Optional.empty(),
            new AgreedBenefit(Optional.empty(), Optional.empty(), 3, "to walk to the shop"),
            List.of(),
            new KnowledgeVersion("test", "0"),
            DORA,
            minute(-60));
    var signature =
        new Signature(DORA, minute(-50), Signature.Meaning.APPROVED, "as agreed with the patient");
    return new DosePlan.Approved(proposed, signature, Optional.empty(), expiresAt);
  }

  /// An order over 40 min with the volume that holds the dose at the prepared strength.
  public static DoseOrder order(
      String kilograms, String milligrams, String vial, String prepared, String rate) {
    var dose = Dose.ofMilligrams(milligrams, Moiety.RACEMIC_KETAMINE);
    var weight = BodyWeight.ofKilograms(Double.parseDouble(kilograms));
    var product = SolutionStrength.ofMilligramsPerMillilitre(vial);
    var mixture = SolutionStrength.ofMilligramsPerMillilitre(prepared);
    var drawn = product.volumeOf(dose);
    Volume total = mixture.volumeOf(dose);
    var pump = PumpRate.ofMillilitresPerHour(rate);
    WeightNormalisedDose perWeight = dose.per(weight);
    return new DoseOrder(
        "PLN-PRO-02",
        Moiety.RACEMIC_KETAMINE,
        new DosingWeight(weight, minute(-60), kilograms + " kg"),
        perWeight,
        dose,
        new BigDecimal("40"),
        product,
        drawn,
        total.minus(drawn),
        mixture,
        pump.delivering(mixture, Moiety.RACEMIC_KETAMINE),
        pump);
  }

  public static DoseCheck right() {
    return found("70", "10", "1", "35", "52.5");
  }

  public static DoseCheck found(
      String kilograms, String vial, String prepared, String milligrams, String rate) {
    return new DoseCheck(
        BodyWeight.ofKilograms(Double.parseDouble(kilograms)),
        SolutionStrength.ofMilligramsPerMillilitre(vial),
        SolutionStrength.ofMilligramsPerMillilitre(prepared),
        Dose.ofMilligrams(milligrams, Moiety.RACEMIC_KETAMINE),
        PumpRate.ofMillilitresPerHour(rate));
  }

  public Chair timeOut() {
    for (var item : RULES.timeOut()) {
      accepts(-20, NINA, new InfusionCommand.TickTimeOut(item.key()));
    }
    return asked(-20, Taken.Said.NONE);
  }

  /// Of everything that is asked since yesterday the same is said.
  public Chair asked(double minute, Taken.Said said) {
    return accepts(minute, NINA, new InfusionCommand.AskTaken(answers(said)));
  }

  public static List<Taken> answers(Taken.Said said) {
    boolean taken = said == Taken.Said.TAKEN;
    return RULES.taken().orElseThrow().items().stream()
        .map(item ->
            new Taken(
                item.key(),
                item.name(),
                said,
                taken ? "three glasses" : "",
                taken ? "at ten in the evening" : ""))
        .toList();
  }

  public Chair prepared(DoseCheck found) {
    return accepts(-15, NINA, new InfusionCommand.Prepare(found, signed(NINA)));
  }

  public Chair checked(DoseCheck found) {
    return accepts(-10, OTTO, new InfusionCommand.Check(found, signed(OTTO)));
  }

  /// A complete, unremarkable set by hand.
  public Chair looked(double minute) {
    return accepts(minute, NINA, new InfusionCommand.Observe(ObservationSource.BY_HAND, calm()));
  }

  /// A set by hand that differs from the unremarkable one in one value.
  public Chair looked(double minute, Parameter parameter, String value) {
    var values = new EnumMap<>(calm());
    values.put(parameter, new Observed.Measured(new BigDecimal(value)));
    return accepts(minute, NINA, new InfusionCommand.Observe(ObservationSource.BY_HAND, values));
  }

  public static Map<Parameter, Observed> calm() {
    var values = new EnumMap<Parameter, Observed>(Parameter.class);
    values.put(Parameter.HEART_RATE, value("72"));
    values.put(Parameter.SYSTOLIC, value("124"));
    values.put(Parameter.DIASTOLIC, value("79"));
    values.put(Parameter.SATURATION, value("97"));
    values.put(Parameter.RESPIRATORY_RATE, value("14"));
    values.put(Parameter.SEDATION, value("0"));
    values.put(Parameter.DISSOCIATION, value("2"));
    values.put(Parameter.NAUSEA, value("0"));
    values.put(Parameter.PAIN, value("5"));
    return values;
  }

  public static Observed value(String number) {
    return new Observed.Measured(new BigDecimal(number));
  }

  static Signature signed(Actor actor) {
    return new Signature(actor, minute(-10), Signature.Meaning.CHECKED, "");
  }

  /// Records something at a minute; fails where it is refused.
  public Chair accepts(double minute, Actor actor, InfusionCommand command) {
    return acceptsLate(minute, minute, actor, command);
  }

  /// Records at one minute what happened at another.
  public Chair acceptsLate(double happened, double now, Actor actor, InfusionCommand command) {
    var outcome = outcome(happened, now, actor, command);
    assertThat(outcome).as("%s at %s", command, happened).isInstanceOf(Outcome.Accepted.class);
    ((Outcome.Accepted) outcome).events().forEach(event -> add(event, minute(now)));
    return this;
  }

  /// The messages with which something is refused; fails where it is accepted.
  public List<String> refuses(double happened, double now, Actor actor, InfusionCommand command) {
    var outcome = outcome(happened, now, actor, command);
    assertThat(outcome).as("%s at %s", command, happened).isInstanceOf(Outcome.Refused.class);
    refusals = ((Outcome.Refused) outcome).refusals();
    return refusals.stream().map(Refusal::message).toList();
  }

  public List<String> refuses(double minute, Actor actor, InfusionCommand command) {
    return refuses(minute, minute, actor, command);
  }

  public Outcome outcome(double happened, double now, Actor actor, InfusionCommand command) {
    return InfusionDecisions.decide(
        infusion(), command, new Deed(actor, minute(happened), minute(now)), RULES);
  }

  public Infusion infusion() {
    return Infusion.replay(entries);
  }

  public InfusionLog log() {
    return infusion().log();
  }

  /// The number of the newest entry.
  public long newest() {
    return entries.size();
  }

  public void add(InfusionEvent event, Instant recordedAt) {
    entries.add(new LogEntry(entries.size() + 1L, recordedAt, event));
  }
}
