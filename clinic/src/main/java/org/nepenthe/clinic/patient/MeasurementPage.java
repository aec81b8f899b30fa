package org.nepenthe.clinic.patient;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.web.Flash;
import org.nepenthe.clinic.record.CommandKey;
import org.nepenthe.clinic.security.CurrentActor;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Writing down what was measured in this clinic outside of an infusion.
@Controller
final class MeasurementPage {
  private static final List<String> WEIGHT = List.of("29463-7", "3141-9");

  private final PatientCharts charts;
  private final PatientBanners banners;
  private final CurrentActor actor;
  private final KnowledgeBase knowledge;
  private final InstantSource clock;
  private final ZoneId zone;

  MeasurementPage(
      PatientCharts charts,
      PatientBanners banners,
      CurrentActor actor,
      KnowledgeBase knowledge,
      InstantSource clock,
      ZoneId zone) {
    this.charts = charts;
    this.banners = banners;
    this.actor = actor;
    this.knowledge = knowledge;
    this.clock = clock;
    this.zone = zone;
  }

  @GetMapping("/patients/{patient}/measurements")
  String show(@PathVariable UUID patient, Model model) {
    var now = clock.instant().atZone(zone).truncatedTo(ChronoUnit.MINUTES);
    return page(
        new PatientId(patient),
        Form.blank()
            .with("day", now.toLocalDate().toString())
            .with("time", now.toLocalTime().toString()),
        model);
  }

  private String page(PatientId patient, Form form, Model model) {
    model.addAttribute("patient", banners.of(patient));
    model.addAttribute("id", patient.toString());
    model.addAttribute("form", form);
    return "patient/measurements";
  }

  @PostMapping("/patients/{patient}/measurements")
  String take(
      @PathVariable UUID patient,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var id = new PatientId(patient);
    var now = clock.instant();
    var banner = banners.of(id);
    var taken =
        new MeasurementForm(knowledge, zone, now).read(form, charts.latest(id, WEIGHT, now));
    if (form.refused()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(id, form, model);
    }
    charts.recordMeasurements(id, taken, actor.get(), new CommandKey(form.key().toString()));
    Flash.done(redirect, "The measurements are on the chart.");
    return "redirect:" + banner.patientPath();
  }
}
