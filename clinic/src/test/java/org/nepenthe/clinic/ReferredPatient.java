package org.nepenthe.clinic;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.nepenthe.care.chart.Measurement;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Coded;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.decision.Role;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.patient.BundleImport;
import org.nepenthe.clinic.patient.ImportReport;
import org.nepenthe.clinic.patient.PatientCharts;
import org.nepenthe.clinic.patient.Taking;
import org.nepenthe.clinic.record.CommandKey;
import org.springframework.context.ApplicationContext;

/// One of the shipped synthetic patients, referred and taken through the interview by people at a
/// browser.
public record ReferredPatient(int port, PatientId patient, String course) {
  /// Complex regional pain syndrome, no opioid, controlled hypertension.
  public static final String WILLARD = "02-cummings51-willard975.json";

  /// Schizophrenia on risperidone.
  public static final String DAISY = "11-blanda868-daisy746.json";

  /// Pregnant, fibromyalgia.
  public static final String NAKIA = "16-russel238-nakia544.json";

  /// What is so of Willard, where it is not "absent": his chart lists gabapentin and hypertension.
  public static final Map<String, String> OF_WILLARD =
      Map.of("ASK-DEPRESSANTS", "PRESENT", "ASK-CVD-RISK", "PRESENT", "ASK-ECG", "PRESENT");

  private static final Actor IMPORT = new Actor("test", "Test", Role.SYSTEM);
  private static final Pattern QUESTION = Pattern.compile("name=\"question\" value=\"([^\"]+)\"");

  /// Brings the chart in and stores a referral.
  public static ReferredPatient of(
      ApplicationContext clinic, int port, String file, String indication) {
    var patient = imported(clinic, file);
    var nurse = ClinicBrowser.of(port, "nurse");
    nurse.get("/patients/" + patient + "/referral");
    var answer = nurse.post("/patients/" + patient + "/referral", referral(indication));
    var place = ClinicBrowser.location(answer);
    if (!place.endsWith("/screening")) {
      throw new AssertionError("not referred: " + answer.statusCode() + " " + place);
    }
    return new ReferredPatient(port, patient, place.replace("/screening", ""));
  }

  public static PatientId imported(ApplicationContext clinic, String file) {
    var report = clinic.getBean(BundleImport.class).importFile(file, () -> open(file), IMPORT);
    return switch (report) {
      case ImportReport.Taken taken -> taken.patient();
      case ImportReport.Refused refused -> throw new AssertionError(refused);
    };
  }

  private static InputStream open(String file) throws IOException {
    var stream = ReferredPatient.class.getResourceAsStream("/demonstration/patients/" + file);
    if (stream == null) {
      throw new IOException("no such patient: " + file);
    }
    return stream;
  }

  /// A referral without a mistake.
  public static Map<String, String> referral(String indication) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("referrerName", "Dr Rita Referrer");
    fields.put("referrerOrganisation", "Practice at the Bridge");
    fields.put("receivedOn", "2026-01-12");
    fields.put("indication", indication);
    fields.put("painInWords", "Burning pain of the left hand");
    fields.put("painMonths", "26");
    fields.put("failedTherapies[0].what", "gabapentin 900 mg a day");
    fields.put("failedTherapies[0].kind", "GABAPENTINOID");
    fields.put("failedTherapies[0].howLong", "six months");
    fields.put("failedTherapies[0].whyStopped", "TOO_LITTLE_BENEFIT");
    return fields;
  }

  /// Resting blood pressure of this minute.
  public void bloodPressure(ApplicationContext clinic, String systolic, String diastolic) {
    var now = clinic.getBean(Courses.class).now();
    clinic
        .getBean(PatientCharts.class)
        .recordMeasurements(
            patient,
            List.of(
                pressure("8480-6", "Systolic blood pressure", systolic, now),
                pressure("8462-4", "Diastolic blood pressure", diastolic, now)),
            IMPORT,
            new CommandKey(UUID.randomUUID().toString()));
  }

  private static Taking pressure(String loinc, String display, String value, Instant at) {
    return new Taking(
        Measurement.Category.VITAL_SIGN,
        new Coded.Known("http://loinc.org", loinc, display),
        new BigDecimal(value),
        "mm[Hg]",
        Optional.empty(),
        at);
  }

  /// Answers every question of the interview absent, except those named.
  public void interview(ClinicBrowser person, Map<String, String> otherwise) {
    var page = person.get(course + "/screening").body();
    var questions = QUESTION.matcher(page).results().map(found -> found.group(1)).toList();
    for (var question : questions) {
      answer(person, question, otherwise.getOrDefault(question, "ABSENT"));
    }
  }

  public HttpResponse<String> answer(ClinicBrowser person, String question, String answer) {
    return answer(person, question, answer, Map.of());
  }

  public HttpResponse<String> answer(
      ClinicBrowser person, String question, String answer, Map<String, String> more) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("key", UUID.randomUUID().toString());
    fields.put("question", question);
    fields.put("answer", answer);
    fields.putAll(more);
    return person.post(course + "/screening/answers", fields);
  }

  /// Assesses, and gives the page with the verdict.
  public String assess(ClinicBrowser person) {
    person.get(course + "/screening");
    var answer = person.post(course + "/screening/assess", Map.of());
    if (answer.statusCode() != 302) {
      throw new AssertionError("not assessed: " + answer.statusCode() + answer.body());
    }
    return person.get(course + "/screening").body();
  }

  /// The course as the record has it.
  public Course stored(ApplicationContext clinic) {
    return clinic
        .getBean(Courses.class)
        .get(UUID.fromString(course.substring(course.lastIndexOf('/') + 1)));
  }
}
