package org.nepenthe.clinic.infusion;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.course.Journeys;
import org.nepenthe.clinic.course.Step;
import org.nepenthe.clinic.infusion.picture.LivePictures;
import org.nepenthe.clinic.infusion.picture.RulesOfTheDay;
import org.nepenthe.clinic.patient.PatientBanners;
import org.nepenthe.clinic.planning.CoTherapies;
import org.nepenthe.clinic.planning.Days;
import org.nepenthe.clinic.planning.MedicineSets;
import org.nepenthe.clinic.platform.form.Form;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tools.jackson.databind.json.JsonMapper;

/// Puts together what the pages of an infusion show.
@Component
class InfusionViews {
  private final LivePictures pictures;
  private final RulesOfTheDay rules;
  private final PatientBanners banners;
  private final Courses courses;
  private final Journeys journeys;
  private final CoTherapies coTherapies;
  private final Days days;
  private final MedicineSets sets;
  private final JsonMapper json;
  private final InstantSource clock;

  InfusionViews(
      LivePictures pictures,
      RulesOfTheDay rules,
      PatientBanners banners,
      Courses courses,
      Journeys journeys,
      CoTherapies coTherapies,
      Days days,
      MedicineSets sets,
      JsonMapper json,
      InstantSource clock) {
    this.pictures = pictures;
    this.rules = rules;
    this.banners = banners;
    this.courses = courses;
    this.journeys = journeys;
    this.coTherapies = coTherapies;
    this.days = days;
    this.sets = sets;
    this.json = json;
    this.clock = clock;
  }

  String live(Infusion infusion, Model model) {
    return live(infusion, "", Form.blank(), model);
  }

  String preparation(Infusion infusion, Model model) {
    return preparing("infusion/prepare", infusion, "", Form.blank(), model);
  }

  /// The page of one person who reads the drug: the first with the plan beside it, the second
  /// without.
  String reading(Infusion infusion, Reader reader, Model model) {
    return preparing(reader.template, infusion, "", Form.blank(), model);
  }

  /// Who reads.
  enum Reader {
    FIRST("infusion/drug"),
    SECOND("infusion/check");

    private final String template;

    Reader(String template) {
      this.template = template;
    }
  }

  /// The page a refused form stood on, with the form as it was typed.
  String refused(Infusion infusion, String name, Form form, Model model) {
    if (!(infusion instanceof Infusion.Preparing)) {
      return live(infusion, name, form, model);
    }
    var template =
        switch (name) {
          case "drug" -> Reader.FIRST.template;
          case "check" -> Reader.SECOND.template;
          default -> "infusion/prepare";
        };
    return preparing(template, infusion, name, form, model);
  }

  private String live(Infusion infusion, String refused, Form form, Model model) {
    var picture = pictures.of(infusion, clock.instant());
    var typed = new LinkedHashMap<String, String>();
    form.fields().forEach(field -> typed.put(field, form.value(field)));
    model.addAttribute("patient", banners.of(infusion.log().opened().patient()));
    model.addAttribute(
        "live",
        new LivePage(
            picture,
            json.writeValueAsString(picture),
            form.errors(),
            refused.isEmpty() ? Map.of() : typed,
            refused,
            UUID.randomUUID().toString()));
    return "infusion/live";
  }

  private String preparing(
      String template, Infusion infusion, String refused, Form form, Model model) {
    var now = clock.instant();
    var opened = infusion.log().opened();
    var course = courses.get(opened.course().value());
    var view =
        PreparationView.of(
            infusion, pictures.of(infusion, now), rules.infusion(now), courses.actor(), now);
    model.addAttribute("patient", banners.of(opened.patient()));
    model.addAttribute("steps", journeys.steps(course, Step.INFUSION));
    model.addAttribute("view", view);
    model.addAttribute("beside", coTherapies.shown(course));
    model.addAttribute("sets", sets.of(infusion.log().order().protocolId()));
    model.addAttribute("day", days.of(course, infusion.log().plan().proposed().infusionNumber()));
    model.addAttribute("form", refused.isEmpty() ? form.expecting(infusion.log().version()) : form);
    model.addAttribute("refused", refused);
    return template;
  }
}
