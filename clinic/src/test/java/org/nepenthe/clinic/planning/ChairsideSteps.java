package org.nepenthe.clinic.planning;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.InfusionId;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.InfusionCommand;
import org.nepenthe.care.infusion.InfusionRules;
import org.nepenthe.care.infusion.check.DoseCheck;
import org.nepenthe.care.infusion.observation.ObservationSource;
import org.nepenthe.care.infusion.observation.Observed;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.care.infusion.taken.Taken;
import org.nepenthe.care.planning.DosePlan;
import org.nepenthe.clinic.Treatment;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.infusion.InfusionDesk;
import org.nepenthe.clinic.record.CommandKey;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.context.ApplicationContext;

/// Carries out the approved plan of a course, step by step, as the people at the chair do.
final class ChairsideSteps {
  private static final Actor NINA = new Actor("test-nurse-1", "Nina Nurse", Role.NURSE);
  private static final Actor OTTO = new Actor("test-nurse-2", "Otto Nurse", Role.NURSE);

  private final InfusionDesk desk;
  private final InstantSource clock;
  private final InfusionRules rules;
  private final Treatment treatment;
  private final InfusionId id;

  ChairsideSteps(ApplicationContext clinic, Treatment treatment) {
    this.desk = clinic.getBean(InfusionDesk.class);
    this.clock = clinic.getBean(InstantSource.class);
    this.treatment = treatment;
    this.rules =
        InfusionRules.of(
            clinic.getBean(KnowledgeBase.class),
            clock.instant().atZone(ZoneOffset.UTC).toLocalDate());
    var course = clinic.getBean(Courses.class).find(treatment.course()).orElseThrow();
    this.id = ((InfusionDesk.Opening.Opened) desk.open(course, UUID.randomUUID(), NINA)).id();
  }

  String path(String page) {
    return "/infusions/" + id + "/" + page;
  }

  Infusion infusion() {
    return desk.find(id).orElseThrow();
  }

  DosePlan.Approved plan() {
    return infusion().log().plan();
  }

  /// The time-out, the drug drawn up by one and checked by another, and a look at the patient.
  void everythingBeforeTheStart() {
    rules.timeOut().forEach(item -> does(NINA, new InfusionCommand.TickTimeOut(item.key())));
    does(
        NINA,
        new InfusionCommand.AskTaken(
            rules.taken().orElseThrow().items().stream()
                .map(item -> new Taken(item.key(), item.name(), Taken.Said.NONE, "", ""))
                .toList()));
    var found = DoseCheck.of(plan().order());
    var signed = new Signature(NINA, clock.instant(), Signature.Meaning.PREPARED, "");
    does(NINA, new InfusionCommand.Prepare(found, signed));
    does(OTTO, new InfusionCommand.Check(found, signed));
    does(NINA, new InfusionCommand.Observe(ObservationSource.BY_HAND, calm()));
  }

  void start() {
    does(NINA, new InfusionCommand.Start(plan(), plan().order().pumpRate()));
  }

  private void does(Actor actor, InfusionCommand command) {
    var answer =
        desk.record(
            new InfusionDesk.Request(
                id,
                treatment.patient(),
                infusion().log().version(),
                new CommandKey(UUID.randomUUID().toString()),
                actor,
                clock.instant(),
                command));
    if (!(answer instanceof InfusionDesk.Answer.Recorded)) {
      throw new AssertionError(command + ": " + answer);
    }
  }

  private static Map<Parameter, Observed> calm() {
    var values = new EnumMap<Parameter, Observed>(Parameter.class);
    Map.of(
            Parameter.HEART_RATE, "72",
            Parameter.SYSTOLIC, "124",
            Parameter.DIASTOLIC, "79",
            Parameter.SATURATION, "97",
            Parameter.RESPIRATORY_RATE, "14",
            Parameter.SEDATION, "0",
            Parameter.DISSOCIATION, "1",
            Parameter.NAUSEA, "0",
            Parameter.PAIN, "5")
        .forEach((parameter, value) ->
            values.put(parameter, new Observed.Measured(new BigDecimal(value))));
    return values;
  }
}
