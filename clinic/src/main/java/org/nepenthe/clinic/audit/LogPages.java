package org.nepenthe.clinic.audit;

import java.util.UUID;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.clinic.patient.PatientBanners;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.record.EventRecord;
import org.nepenthe.clinic.record.RecordLog;
import org.nepenthe.clinic.record.RecordVerification;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The log of one patient and of the whole clinic, and the proof of both.
@Controller
final class LogPages {
  private static final int ROWS = 100;

  private final EventRecord record;
  private final RecordLog log;
  private final RecordVerification verification;
  private final PatientBanners banners;
  private final ClinicTime time;

  LogPages(
      EventRecord record,
      RecordLog log,
      RecordVerification verification,
      PatientBanners banners,
      ClinicTime time) {
    this.record = record;
    this.log = log;
    this.verification = verification;
    this.banners = banners;
    this.time = time;
  }

  @GetMapping("/patients/{patient}/log")
  String ofPatient(@PathVariable UUID patient, Model model) {
    var id = new PatientId(patient);
    model.addAttribute("patient", banners.of(id));
    model.addAttribute("patientId", id.toString());
    model.addAttribute(
        "rows",
        record.readAbout(id).stream().map(event -> LogRow.of(event, time)).toList().reversed());
    model.addAttribute("finding", verification.verifyAbout(id));
    return "audit/patient";
  }

  /// The proof of a patient's chains alone, made anew.
  @GetMapping("/patients/{patient}/log/chain")
  String chainOfPatient(@PathVariable UUID patient, Model model) {
    model.addAttribute("finding", verification.verifyAbout(new PatientId(patient)));
    return "audit/finding";
  }

  /// @param before only events before this position
  @GetMapping("/log")
  String all(@RequestParam(defaultValue = "9223372036854775807") long before, Model model) {
    model.addAttribute(
        "rows", log.before(before, ROWS).stream().map(event -> LogRow.of(event, time)).toList());
    model.addAttribute("total", log.count());
    return "audit/log";
  }

  /// The proof of every chain; takes as long as the record is long.
  @GetMapping("/log/chains")
  String chains(Model model) {
    model.addAttribute("finding", verification.verify());
    return "audit/finding";
  }
}
