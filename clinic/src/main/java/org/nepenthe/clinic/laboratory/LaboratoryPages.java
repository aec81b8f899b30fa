package org.nepenthe.clinic.laboratory;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.planning.DosePlan;
import org.nepenthe.care.planning.PlanningState;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.patient.PatientBanners;
import org.nepenthe.clinic.patient.PatientList;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.web.PatientBanner;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The PK laboratory, for a made-up person or one of the clinic's. Nothing that is typed is stored.
@Controller
final class LaboratoryPages {
  private static final String TEMPLATE = "laboratory/laboratory";

  private final Shelf shelf;
  private final LaboratoryForm forms;
  private final PatientBanners banners;
  private final PatientList patients;
  private final Courses courses;
  private final InstantSource clock;

  LaboratoryPages(
      Shelf shelf,
      PatientBanners banners,
      PatientList patients,
      Courses courses,
      InstantSource clock) {
    this.courses = courses;
    this.shelf = shelf;
    this.forms = new LaboratoryForm(shelf);
    this.banners = banners;
    this.patients = patients;
    this.clock = clock;
  }

  @GetMapping("/laboratory")
  String madeUp(Model model) {
    return page(LaboratoryForm.madeUp(), Optional.empty(), model);
  }

  @GetMapping("/patients/{patient}/laboratory")
  String ofPatient(@PathVariable UUID patient, Model model) {
    var banner = banners.of(new PatientId(patient));
    var form = LaboratoryForm.madeUp();
    form.with(
        "weight", banner.weight().map(w -> w.weight().kilograms().toPlainString()).orElse(""));
    form.with("age", banner.age().map(String::valueOf).orElse(""));
    return page(form, Optional.of(banner), model);
  }

  /// With the numbers of the course's plan. They are read here, so that no address and no log of
  /// addresses ever holds a dose.
  @GetMapping("/courses/{course}/laboratory")
  String ofPlan(@PathVariable UUID course, Model model) {
    var found = courses.get(course);
    var banner = banners.of(found.patient());
    var form = LaboratoryForm.madeUp();
    form.with("age", banner.age().map(String::valueOf).orElse(""));
    var plan = plan(found.planning());
    plan.ifPresent(each -> LaboratoryForm.take(each.order(), form));
    plan.ifPresentOrElse(
        each ->
            model.addAttribute(
                "taken", "The numbers of the plan of infusion " + each.infusionNumber() + "."),
        () ->
            form.with(
                "weight",
                banner.weight().map(w -> w.weight().kilograms().toPlainString()).orElse("")));
    return page(form, Optional.of(banner), model);
  }

  /// The plan that counts, or the last one there was.
  private static Optional<DosePlan.Proposed> plan(PlanningState planning) {
    Optional<DosePlan> last =
        planning.earlier().isEmpty() ? Optional.empty() : Optional.of(planning.earlier().getLast());
    return planning
        .current()
        .or(() -> last)
        .map(plan ->
            switch (plan) {
              case DosePlan.Proposed proposed -> proposed;
              case DosePlan.Approved approved -> approved.proposed();
              case DosePlan.Superseded superseded -> superseded.proposed();
            });
  }

  /// Without a script the whole page comes back.
  @PostMapping("/laboratory")
  String again(Form form, Model model, HttpServletResponse response) {
    return answered(form, Optional.empty(), model, response);
  }

  @PostMapping("/patients/{patient}/laboratory")
  String again(@PathVariable UUID patient, Form form, Model model, HttpServletResponse response) {
    return answered(form, Optional.of(banners.of(new PatientId(patient))), model, response);
  }

  /// The answers only, as something is changed.
  @PostMapping("/laboratory/worked")
  String worked(Form form, Model model) {
    model.addAttribute("worked", forms.read(form).map(asked -> Worked.of(asked, shelf)));
    model.addAttribute("form", form);
    return "laboratory/worked";
  }

  /// What the charts of concentration show, for a spreadsheet.
  @PostMapping("/laboratory/curves.csv")
  ResponseEntity<String> csv(Form form) {
    return forms
        .read(form)
        .map(asked -> Worked.of(asked, shelf).csv())
        .map(text ->
            ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"curves.csv\"")
                .body(text))
        .orElseGet(() ->
            ResponseEntity.unprocessableContent()
                .contentType(MediaType.TEXT_PLAIN)
                .body(String.join("\n", form.errors().values())));
  }

  @PostMapping("/laboratory/patients")
  String search(@RequestParam(defaultValue = "") String search, Model model) {
    List<PatientList.Entry> found =
        search.isBlank() ? List.of() : patients.find(search, 1).entries();
    model.addAttribute("found", found);
    model.addAttribute("asked", !search.isBlank());
    return "laboratory/patients";
  }

  private String answered(
      Form form, Optional<PatientBanner> banner, Model model, HttpServletResponse response) {
    var template = page(form, banner, model);
    if (form.refused()) {
      response.setStatus(422);
    }
    return template;
  }

  private String page(Form form, Optional<PatientBanner> banner, Model model) {
    model.addAttribute("worked", forms.read(form).map(asked -> Worked.of(asked, shelf)));
    model.addAttribute("form", form);
    model.addAttribute("rows", LaboratoryForm.rows(form));
    model.addAttribute("patient", banner);
    model.addAttribute("adults", shelf.ofAdults());
    model.addAttribute("children", shelf.ofChildren());
    model.addAttribute("endpoints", shelf.effects().endpoints());
    model.addAttribute("now", clock.instant());
    if (!model.containsAttribute("taken")) {
      model.addAttribute("taken", "");
    }
    return TEMPLATE;
  }
}
