package org.nepenthe.clinic;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.decision.CourseId;
import org.nepenthe.care.decision.InfusionId;
import org.nepenthe.care.decision.KnowledgeVersion;
import org.nepenthe.care.decision.Limited;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.care.infusion.InfusionEvent.InfusionOpened;
import org.nepenthe.care.infusion.InfusionEvent.InfusionStarted;
import org.nepenthe.care.infusion.InfusionEvent.InfusionStopped;
import org.nepenthe.care.infusion.InfusionEvent.ObservationsRecorded;
import org.nepenthe.care.infusion.observation.ObservationSource;
import org.nepenthe.care.infusion.observation.Observed;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.care.planning.AgreedBenefit;
import org.nepenthe.care.planning.DosePlan;
import org.nepenthe.care.planning.PlanApproved;
import org.nepenthe.care.planning.PlanCarriedOut;
import org.nepenthe.care.planning.PlanProposed;
import org.nepenthe.care.planning.order.DoseOrder;
import org.nepenthe.care.planning.order.DosingWeight;
import org.nepenthe.clinic.patient.BundleImport;
import org.nepenthe.clinic.patient.ImportReport;
import org.nepenthe.clinic.record.Append;
import org.nepenthe.clinic.record.CommandKey;
import org.nepenthe.clinic.record.EventRecord;
import org.nepenthe.clinic.record.Happening;
import org.nepenthe.clinic.record.StreamId;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;
import org.nepenthe.quantity.PumpRate;
import org.nepenthe.quantity.SolutionStrength;
import org.nepenthe.quantity.Volume;
import org.springframework.context.ApplicationContext;

/// A course of a patient of a test's own, written straight into the record, so that what happened
/// can lie as far back as the test needs it: 35 mg of ketamine over 40 min from 35 mL.
public final class Treatment {
  public static final Actor NINA = new Actor("test-nurse-1", "Nina Nurse", Role.NURSE);
  public static final Actor DORA = new Actor("test-physician", "Dr Dora", Role.PHYSICIAN);
  private static final PumpRate ORDERED = PumpRate.ofMillilitresPerHour("52.5");

  private final EventRecord record;
  private final Instant now;
  private final PatientId patient;
  private final CourseId course;
  private Optional<InfusionId> infusion = Optional.empty();

  private Treatment(ApplicationContext clinic, PatientId patient, CourseId course) {
    this.record = clinic.getBean(EventRecord.class);
    this.now = clinic.getBean(InstantSource.class).instant();
    this.patient = patient;
    this.course = course;
  }

  /// A new patient, and a course in which nothing has happened.
  public static Treatment of(ApplicationContext clinic, String family) {
    return new Treatment(clinic, patient(clinic, family), new CourseId(UUID.randomUUID()));
  }

  /// A course that is there already.
  public static Treatment of(ApplicationContext clinic, PatientId patient, CourseId course) {
    return new Treatment(clinic, patient, course);
  }

  public PatientId patient() {
    return patient;
  }

  public CourseId course() {
    return course;
  }

  public InfusionId infusion() {
    return infusion.orElseThrow();
  }

  public String path(String page) {
    return "/courses/" + course + "/" + page;
  }

  public String infusionPath(String page) {
    return "/infusions/" + infusion() + "/" + page;
  }

  /// Some minutes before now.
  public Instant ago(long minutes) {
    return now.minus(Duration.ofMinutes(minutes));
  }

  public Treatment planned(long minutesAgo) {
    return inCourse(new PlanProposed(proposed(ago(minutesAgo))), minutesAgo);
  }

  public Treatment approved(long minutesAgo) {
    return inCourse(
        new PlanApproved(
            new Signature(DORA, ago(minutesAgo), Signature.Meaning.APPROVED, "as agreed"),
            Optional.empty(),
            now.plus(Duration.ofDays(1))),
        minutesAgo);
  }

  public Treatment opened(long minutesAgo) {
    var id = new InfusionId(UUID.randomUUID());
    infusion = Optional.of(id);
    var at = ago(minutesAgo);
    var plan =
        new DosePlan.Approved(
            proposed(at),
            new Signature(DORA, at, Signature.Meaning.APPROVED, "as agreed"),
            Optional.empty(),
            now.plus(Duration.ofDays(1)));
    inInfusion(new InfusionOpened(id, patient, course, plan, at, NINA), minutesAgo);
    return inCourse(new PlanCarriedOut(id), minutesAgo);
  }

  public Treatment started(long minutesAgo) {
    return inInfusion(new InfusionStarted(ORDERED, ago(minutesAgo), NINA), minutesAgo);
  }

  public Treatment stopped(long minutesAgo) {
    return inInfusion(
        new InfusionStopped("all given", Optional.empty(), ago(minutesAgo), NINA), minutesAgo);
  }

  /// Planned, approved, given over 40 min; the pump went off some minutes ago.
  public Treatment given(long pumpOffMinutesAgo) {
    return planned(pumpOffMinutesAgo + 60)
        .approved(pumpOffMinutesAgo + 55)
        .opened(pumpOffMinutesAgo + 50)
        .looked(pumpOffMinutesAgo + 45)
        .started(pumpOffMinutesAgo + 40)
        .looked(pumpOffMinutesAgo + 30)
        .stopped(pumpOffMinutesAgo);
  }

  /// A complete, unremarkable set by hand.
  public Treatment looked(long minutesAgo) {
    return inInfusion(
        new ObservationsRecorded(ObservationSource.BY_HAND, calm(), ago(minutesAgo), NINA),
        minutesAgo);
  }

  public Treatment inCourse(CareEvent event, long minutesAgo) {
    return append(StreamId.of(course), event, minutesAgo);
  }

  public Treatment inInfusion(CareEvent event, long minutesAgo) {
    return append(StreamId.of(infusion()), event, minutesAgo);
  }

  private Treatment append(StreamId stream, CareEvent event, long minutesAgo) {
    record.append(
        new Append(
            stream,
            patient,
            record.read(stream).size(),
            new CommandKey(UUID.randomUUID().toString()),
            NINA,
            "test",
            List.of(new Happening(event, ago(minutesAgo)))));
    return this;
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
            Parameter.PAIN, "5")
        .forEach((parameter, value) ->
            values.put(parameter, new Observed.Measured(new BigDecimal(value))));
    return values;
  }

  private static PatientId patient(ApplicationContext clinic, String family) {
    var bundle =
        """
        {"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient",
        "id":"%1$s","identifier":[{"system":"https://example.org/mrn","value":"%1$s"}],
        "name":[{"family":"%2$s","given":["Tess"]}],"gender":"female","birthDate":"1970-02-03"}}]}
        """
            .formatted(UUID.randomUUID(), family);
    var report =
        clinic
            .getBean(BundleImport.class)
            .importFile(
                "treated.json",
                () -> new ByteArrayInputStream(bundle.getBytes(StandardCharsets.UTF_8)),
                NINA);
    if (report instanceof ImportReport.Taken taken) {
      return taken.patient();
    }
    throw new AssertionError(report.line());
  }

  private static DosePlan.Proposed proposed(Instant at) {
    var dose = Dose.ofMilligrams("35", Moiety.RACEMIC_KETAMINE);
    var weight = BodyWeight.ofKilograms(70);
    var strength = SolutionStrength.ofMilligramsPerMillilitre("1");
    var order =
        new DoseOrder(
            "PLN-PRO-02",
            Moiety.RACEMIC_KETAMINE,
            new DosingWeight(weight, at, "70 kg"),
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
        new AgreedBenefit(
            Optional.of(new BigDecimal("30")),
            Optional.of(new BigDecimal("30")),
            1,
            "to walk to the shop"),
        List.of(),
        new KnowledgeVersion("test", "0"),
        DORA,
        at);
  }
}
