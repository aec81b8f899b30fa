package org.nepenthe.clinic.infusion;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CourseId;
import org.nepenthe.care.decision.InfusionId;
import org.nepenthe.care.decision.KnowledgeVersion;
import org.nepenthe.care.decision.Limited;
import org.nepenthe.care.decision.PatientId;
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
import org.nepenthe.care.planning.AgreedBenefit;
import org.nepenthe.care.planning.DosePlan;
import org.nepenthe.care.planning.PlanApproved;
import org.nepenthe.care.planning.PlanProposed;
import org.nepenthe.care.planning.order.DoseOrder;
import org.nepenthe.care.planning.order.DosingWeight;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.patient.BundleImport;
import org.nepenthe.clinic.patient.ImportReport;
import org.nepenthe.clinic.record.Append;
import org.nepenthe.clinic.record.CommandKey;
import org.nepenthe.clinic.record.EventRecord;
import org.nepenthe.clinic.record.Happening;
import org.nepenthe.clinic.record.StreamId;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;
import org.nepenthe.quantity.PumpRate;
import org.nepenthe.quantity.SolutionStrength;
import org.nepenthe.quantity.Volume;
import org.springframework.context.ApplicationContext;

/// Puts patients of a test's own into a running clinic, with an infusion as far as the test needs
/// it: 35 mg of ketamine over 40 min from 35 mL, so 52.5 mL/h.
final class InfusionBench {
  static final Actor NINA = new Actor("test-nurse-1", "Nina Nurse", Role.NURSE);
  static final Actor OTTO = new Actor("test-nurse-2", "Otto Nurse", Role.NURSE);
  static final Actor DORA = new Actor("test-physician", "Dr Dora", Role.PHYSICIAN);
  static final PumpRate ORDERED = PumpRate.ofMillilitresPerHour("52.5");

  private final EventRecord record;
  private final Courses courses;
  private final InfusionDesk desk;
  private final BundleImport patients;
  private final InfusionRules rules;
  private final InstantSource clock;

  InfusionBench(ApplicationContext clinic) {
    record = clinic.getBean(EventRecord.class);
    courses = clinic.getBean(Courses.class);
    desk = clinic.getBean(InfusionDesk.class);
    patients = clinic.getBean(BundleImport.class);
    clock = clinic.getBean(InstantSource.class);
    rules =
        InfusionRules.of(
            clinic.getBean(KnowledgeBase.class),
            clock.instant().atZone(java.time.ZoneOffset.UTC).toLocalDate());
  }

  /// A patient of the clinic with an infusion that is opened and nothing more.
  Opened open() {
    var patient = patient();
    var course = new CourseId(UUID.randomUUID());
    var now = clock.instant();
    append(course, patient, 0, new PlanProposed(proposed(now)));
    append(
        course,
        patient,
        1,
        new PlanApproved(
            new Signature(DORA, now, Signature.Meaning.APPROVED, "as agreed"),
            Optional.empty(),
            now.plus(Duration.ofDays(1))));
    var opening = desk.open(courses.find(course).orElseThrow(), UUID.randomUUID(), NINA);
    return new Opened(((InfusionDesk.Opening.Opened) opening).id(), patient, course);
  }

  /// The same, prepared, checked, observed and started.
  Opened running() {
    var opened = ready();
    done(opened, NINA, new InfusionCommand.Start(plan(opened), ORDERED));
    return opened;
  }

  Opened ready() {
    var opened = open();
    for (var item : rules.timeOut()) {
      done(opened, NINA, new InfusionCommand.TickTimeOut(item.key()));
    }
    var none =
        rules.taken().orElseThrow().items().stream()
            .map(item -> new Taken(item.key(), item.name(), Taken.Said.NONE, "", ""))
            .toList();
    done(opened, NINA, new InfusionCommand.AskTaken(none));
    var found = DoseCheck.of(plan(opened).order());
    var signed = new Signature(NINA, clock.instant(), Signature.Meaning.PREPARED, "");
    done(opened, NINA, new InfusionCommand.Prepare(found, signed));
    done(opened, OTTO, new InfusionCommand.Check(found, signed));
    done(opened, NINA, new InfusionCommand.Observe(ObservationSource.BY_HAND, calm()));
    return opened;
  }

  record Opened(InfusionId id, PatientId patient, CourseId course) {
    String path(String page) {
      return "/infusions/" + id + "/" + page;
    }
  }

  InfusionDesk.Answer done(Opened opened, Actor actor, InfusionCommand command) {
    var answer = desk.record(request(opened, actor, command));
    if (!(answer instanceof InfusionDesk.Answer.Recorded)) {
      throw new AssertionError(command + ": " + answer);
    }
    return answer;
  }

  InfusionDesk.Request request(Opened opened, Actor actor, InfusionCommand command) {
    return new InfusionDesk.Request(
        opened.id(),
        opened.patient(),
        version(opened),
        new CommandKey(UUID.randomUUID().toString()),
        actor,
        clock.instant(),
        command);
  }

  Infusion infusion(Opened opened) {
    return desk.find(opened.id()).orElseThrow();
  }

  long version(Opened opened) {
    return infusion(opened).log().version();
  }

  DosePlan.Approved plan(Opened opened) {
    return infusion(opened).log().plan();
  }

  /// The hidden fields every chairside form has, and some of its own.
  Map<String, String> form(Opened opened, Map<String, String> fields) {
    var all = new java.util.HashMap<String, String>(fields);
    all.putIfAbsent("patientId", opened.patient().toString());
    all.putIfAbsent("version", Long.toString(version(opened)));
    all.putIfAbsent("formKey", UUID.randomUUID().toString());
    return all;
  }

  static Map<Parameter, Observed> calm() {
    return Map.of(
            Parameter.HEART_RATE, "72",
            Parameter.SYSTOLIC, "124",
            Parameter.DIASTOLIC, "79",
            Parameter.SATURATION, "97",
            Parameter.RESPIRATORY_RATE, "14",
            Parameter.SEDATION, "0",
            Parameter.DISSOCIATION, "1",
            Parameter.NAUSEA, "0",
            Parameter.PAIN, "5")
        .entrySet()
        .stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> new Observed.Measured(new BigDecimal(entry.getValue()))));
  }

  private PatientId patient() {
    var bundle =
        """
        {"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient",
        "id":"%1$s","identifier":[{"system":"https://example.org/mrn","value":"%1$s"}],
        "name":[{"family":"Bench","given":["Bea"]}],"gender":"female","birthDate":"1970-02-03"}}]}
        """
            .formatted(UUID.randomUUID());
    var report =
        patients.importFile(
            "bench.json",
            () -> new ByteArrayInputStream(bundle.getBytes(StandardCharsets.UTF_8)),
            NINA);
    if (report instanceof ImportReport.Taken taken) {
      return taken.patient();
    }
    throw new AssertionError(report.line());
  }

  private void append(
      CourseId course,
      PatientId patient,
      long version,
      org.nepenthe.care.decision.CareEvent event) {
    record.append(
        new Append(
            StreamId.of(course),
            patient,
            version,
            new CommandKey(UUID.randomUUID().toString()),
            DORA,
            "test",
            List.of(new Happening(event, clock.instant()))));
  }

  private static DosePlan.Proposed proposed(Instant now) {
    var dose = Dose.ofMilligrams("35", Moiety.RACEMIC_KETAMINE);
    var weight = BodyWeight.ofKilograms(70);
    var strength = SolutionStrength.ofMilligramsPerMillilitre("1");
    var order =
        new DoseOrder(
            "PLN-PRO-02",
            Moiety.RACEMIC_KETAMINE,
            new DosingWeight(weight, now, "70 kg"),
            dose.per(weight),
            dose,
            new BigDecimal("40"),
            SolutionStrength.ofMilligramsPerMillilitre("10"),
            Volume.ofMillilitres("3.5"),
            Volume.ofMillilitres("31.5"),
            strength,
            ORDERED.delivering(strength, Moiety.RACEMIC_KETAMINE),
            ORDERED);
    return new DosePlan.Proposed(
        1,
        order,
        Limited.unlimited(order.dosePerWeight()),
        Optional.empty(),
        new AgreedBenefit(Optional.empty(), Optional.empty(), 3, "to walk to the shop"),
        List.of(),
        new KnowledgeVersion("test", "0"),
        DORA,
        now);
  }
}
