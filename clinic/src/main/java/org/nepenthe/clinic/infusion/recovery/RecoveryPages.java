package org.nepenthe.clinic.infusion.recovery;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.InfusionCommand;
import org.nepenthe.care.infusion.InfusionDecisions;
import org.nepenthe.care.infusion.InfusionEvent.AdverseEventSettled.Settlement;
import org.nepenthe.care.infusion.observation.ObservationSource;
import org.nepenthe.care.infusion.observation.Observed;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.care.infusion.recovery.Recovery;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.course.Journeys;
import org.nepenthe.clinic.course.Step;
import org.nepenthe.clinic.patient.PatientBanners;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.form.NumberField;
import org.nepenthe.clinic.platform.web.Flash;
import org.nepenthe.clinic.security.SigningPassword;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Recovery and going home: the score, orientation, observations, escort, advice, and the gate.
@Controller
final class RecoveryPages {
  /// What is typed in the short row of vital signs; everything else is at the chart.
  static final List<Parameter> VITALS =
      List.of(
          Parameter.HEART_RATE,
          Parameter.SYSTOLIC,
          Parameter.DIASTOLIC,
          Parameter.SATURATION,
          Parameter.RESPIRATORY_RATE);

  private final RecoveryDesk desk;
  private final Courses courses;
  private final Journeys journeys;
  private final PatientBanners banners;
  private final SigningPassword signing;
  private final ClinicTime time;

  RecoveryPages(
      RecoveryDesk desk,
      Courses courses,
      Journeys journeys,
      PatientBanners banners,
      SigningPassword signing,
      ClinicTime time) {
    this.desk = desk;
    this.courses = courses;
    this.journeys = journeys;
    this.banners = banners;
    this.signing = signing;
    this.time = time;
  }

  @GetMapping("/infusions/{id}/recovery")
  String show(@PathVariable UUID id, @RequestParam(defaultValue = "") String scale, Model model) {
    return page(id, "", Form.blank(), scale, model);
  }

  /// The gate alone, looked at again every few seconds: time passes and values grow old.
  @GetMapping("/infusions/{id}/recovery/gate")
  String gate(@PathVariable UUID id, Model model) {
    model.addAttribute("view", view(desk.find(id)));
    return "recovery/gate";
  }

  @PostMapping("/infusions/{id}/recovery/score")
  String score(
      @PathVariable UUID id,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var scale = form.value("scale");
    var points = new HashMap<String, Integer>();
    desk.knowledge()
        .scale(scale)
        .ifPresent(known -> known.items().forEach(item -> points(form, item.key(), points)));
    desk.record(id, form, (infusion, deed) -> rules().score(infusion, scale, points, deed));
    return answer(id, "score", form, model, response, redirect, "The score is recorded.");
  }

  @PostMapping("/infusions/{id}/recovery/orientation")
  String orientation(
      @PathVariable UUID id,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var answers = new HashMap<String, Boolean>();
    for (var question : desk.knowledge().orientation()) {
      switch (form.value(question.key())) {
        case "yes" -> answers.put(question.key(), true);
        case "no" -> answers.put(question.key(), false);
        default -> {}
      }
    }
    desk.record(id, form, (infusion, deed) -> rules().orientation(infusion, answers, deed));
    return answer(id, "orientation", form, model, response, redirect, "Orientation is recorded.");
  }

  @PostMapping("/infusions/{id}/recovery/observations")
  String observe(
      @PathVariable UUID id,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var values = new EnumMap<Parameter, Observed>(Parameter.class);
    for (var parameter : VITALS) {
      form.optionalNumber(
              parameter.id(),
              NumberField.of(parameter.label().toLowerCase(Locale.ROOT), "").withDecimals(0))
          .ifPresent(value -> values.put(parameter, new Observed.Measured(value)));
    }
    desk.record(
        id,
        form,
        (infusion, deed) ->
            InfusionDecisions.decide(
                infusion,
                new InfusionCommand.Observe(ObservationSource.BY_HAND, values),
                deed,
                desk.rules()));
    return answer(
        id, "observations", form, model, response, redirect, "The observations are recorded.");
  }

  @PostMapping("/infusions/{id}/recovery/advice")
  String advise(
      @PathVariable UUID id,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    if (!form.has("understood", "yes") && !form.has("understood", "no")) {
      form.refuse("understood", "Say whether the patient said it back.");
    }
    boolean understood = form.has("understood", "yes");
    desk.record(id, form, (infusion, deed) -> rules().advise(infusion, understood, deed));
    return answer(id, "advice", form, model, response, redirect, "The advice is recorded.");
  }

  @PostMapping("/infusions/{id}/recovery/settle")
  String settle(
      @PathVariable UUID id,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var settlement = form.choice("settlement", Settlement.class, "Say what became of it.");
    var entry =
        form.number("entry", NumberField.of("number of the entry", "").whole())
            .map(BigDecimal::longValueExact)
            .orElse(0L);
    desk.record(
        id,
        form,
        (infusion, deed) ->
            rules()
                .settle(
                    infusion,
                    entry,
                    settlement.orElse(Settlement.OVER),
                    form.optionalText("note"),
                    deed));
    return answer(id, "settle", form, model, response, redirect, "What became of it is recorded.");
  }

  @PostMapping("/infusions/{id}/recovery/discharge")
  String discharge(
      @PathVariable UUID id,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var signer = signing.verify(desk.actor(), form, "password");
    desk.record(
        id,
        form,
        (infusion, deed) ->
            rules()
                .discharge(
                    infusion,
                    new Signature(
                        signer.orElse(deed.by()), deed.now(), Signature.Meaning.DISCHARGED, ""),
                    deed));
    return answer(id, "discharge", form, model, response, redirect, "The patient is discharged.");
  }

  /// The escort alone, for the front desk too.
  @GetMapping("/infusions/{id}/escort")
  String escort(@PathVariable UUID id, Model model) {
    return escortPage(id, Form.blank(), model);
  }

  @PostMapping("/infusions/{id}/escort")
  String nameEscort(
      @PathVariable UUID id,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    desk.record(
        id,
        form,
        (infusion, deed) ->
            rules()
                .escort(infusion, form.value("escort-name"), form.value("escort-contact"), deed));
    if (form.refused()) {
      response.setStatus(422);
      return form.has("from", "recovery")
          ? page(id, "escort", form, "", model)
          : escortPage(id, form, model);
    }
    Flash.done(redirect, "The escort is recorded.");
    return "redirect:/infusions/"
        + id
        + (form.has("from", "recovery") ? "/recovery#gate-escort" : "/escort");
  }

  private static void points(Form form, String item, Map<String, Integer> into) {
    var typed = form.value(item);
    if (typed.matches("[0-9]")) {
      into.put(item, Integer.valueOf(typed));
    }
  }

  private String answer(
      UUID id,
      String name,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect,
      String done) {
    if (form.refused()) {
      response.setStatus(422);
      return page(id, name, form, form.value("scale"), model);
    }
    Flash.done(redirect, done);
    return "redirect:/infusions/" + id + "/recovery";
  }

  private Recovery rules() {
    return new Recovery(desk.knowledge());
  }

  private RecoveryView view(Infusion infusion) {
    return RecoveryView.of(infusion, desk.knowledge(), desk.rules(), desk.now(), time);
  }

  /// @param refused the name of the form that was refused; empty where none was
  private String page(UUID id, String refused, Form form, String scale, Model model) {
    var infusion = desk.find(id);
    var course = courses.get(infusion.log().opened().course().value());
    var view = view(infusion);
    var chosen =
        view.knowledge()
            .scale(scale.isEmpty() ? view.facts().score().map(s -> s.scale()).orElse("") : scale)
            .or(() -> view.knowledge().scales().stream().findFirst());
    model.addAttribute("view", view);
    model.addAttribute("course", course);
    model.addAttribute("scale", chosen);
    model.addAttribute("patient", banners.of(infusion.log().opened().patient()));
    model.addAttribute("steps", journeys.steps(course, Step.RECOVERY));
    model.addAttribute("forms", forms(refused, form));
    return "recovery/recovery";
  }

  private String escortPage(UUID id, Form form, Model model) {
    var infusion = desk.find(id);
    model.addAttribute("view", view(infusion));
    model.addAttribute("patient", banners.of(infusion.log().opened().patient()));
    model.addAttribute("form", form);
    return "recovery/escort";
  }

  /// Each form of the page with a key of its own; the refused one as it was typed.
  private static Map<String, Form> forms(String refused, Form form) {
    var forms = new LinkedHashMap<String, Form>();
    for (var name :
        List.of(
            "score", "orientation", "observations", "advice", "settle", "escort", "discharge")) {
      forms.put(name, name.equals(refused) ? form : Form.blank());
    }
    return forms;
  }
}
