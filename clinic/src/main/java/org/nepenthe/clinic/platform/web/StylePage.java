package org.nepenthe.clinic.platform.web;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.form.NumberField;
import org.nepenthe.clinic.platform.web.JourneyStep.State;
import org.nepenthe.evidence.Certainty;
import org.nepenthe.evidence.Citation;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.evidence.ReadDepth;
import org.nepenthe.evidence.SourceType;
import org.nepenthe.evidence.Strength;
import org.nepenthe.quantity.BodyWeight;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The living style sheet: every component once, to be copied from. Nothing on it is true.
@Controller
@Profile("demonstration")
final class StylePage {
  private final InstantSource clock;
  private final ClinicTime time;

  StylePage(InstantSource clock, ClinicTime time) {
    this.clock = clock;
    this.time = time;
  }

  @GetMapping("/style")
  String show(Model model) {
    model.addAttribute("patient", patient());
    model.addAttribute("steps", steps());
    model.addAttribute("form", form());
    model.addAttribute("answers", answers());
    model.addAttribute("evidence", evidence());
    model.addAttribute("hour", clock.instant());
    return "platform/style";
  }

  private PatientBanner patient() {
    var born = LocalDate.of(1968, 3, 5);
    var now = clock.instant();
    return new PatientBanner(
        "/style",
        "Example",
        "Erika",
        Optional.of(born),
        Optional.of(time.age(born, now)),
        "female",
        "MRN 000 000 000",
        true,
        List.of("penicillin"),
        Optional.of(new PatientBanner.Weighed(BodyWeight.ofKilograms("70"), now)),
        List.of("difficult airway"),
        List.of("Raised eye pressure"),
        Optional.of("Infusion 2 of 4"));
  }

  private static List<JourneyStep> steps() {
    return List.of(
        new JourneyStep("Referral", "/style", State.DONE, "03-Nov-2026", false),
        new JourneyStep("Screening", "/style", State.DONE, "eligible", false),
        new JourneyStep("Consent", "/style", State.DONE, "05-Nov-2026", false),
        new JourneyStep("Plan", "/style", State.CURRENT, "proposed", true),
        new JourneyStep("Approval", "", State.BLOCKED, "needs a plan", false),
        new JourneyStep("Infusion", "", State.AHEAD, "", false),
        new JourneyStep("Recovery", "", State.AHEAD, "", false),
        new JourneyStep("Follow-up", "", State.AHEAD, "", false),
        new JourneyStep("Decision", "", State.AHEAD, "", false));
  }

  private static Form form() {
    var form =
        Form.blank()
            .with("dose", ".5")
            .with("weight", "70")
            .with("answer", "absent")
            .with("note", "Slept badly, otherwise as last week.");
    form.number("dose", NumberField.of("dose", "mg/kg").above(BigDecimal.ZERO));
    form.text("reason", "Say why.");
    return form;
  }

  private static Map<String, String> answers() {
    var answers = new LinkedHashMap<String, String>();
    answers.put("present", "Present");
    answers.put("absent", "Absent");
    answers.put("not-known", "Not known");
    return answers;
  }

  private static List<Evidence> evidence() {
    return List.of(
        new Evidence(
            new Citation(
                "example",
                "Example A, Example B. Journal of Examples 2026;1:1-9.",
                Optional.empty()),
            SourceType.GUIDELINE,
            Strength.C,
            Certainty.LOW,
            ReadDepth.SECONDARY,
            "One sentence of ours on what the source says, with its table or page.",
            Optional.of("what was changed against the source, and why")));
  }
}
