package org.nepenthe.clinic.screening.examination;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nepenthe.care.screening.examination.Examination;
import org.nepenthe.care.screening.examination.Examined;
import org.nepenthe.care.screening.interview.Answer;
import org.nepenthe.care.screening.interview.Interview;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.course.Journeys;
import org.nepenthe.clinic.course.Step;
import org.nepenthe.clinic.patient.PatientBanners;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.form.NumberField;
import org.nepenthe.clinic.platform.web.Flash;
import org.nepenthe.clinic.screening.Screenings;
import org.nepenthe.clinic.security.AccessRules;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where what was examined, scored or looked up is written down.
@Controller
final class ExaminationPages {
  private static final String ITEM = "item-";
  private static final String DONE_ON = "doneOn";
  private static final String TOTAL = "total";

  private final Courses courses;
  private final Journeys journeys;
  private final Screenings screenings;
  private final PatientBanners banners;
  private final ClinicTime time;

  ExaminationPages(
      Courses courses,
      Journeys journeys,
      Screenings screenings,
      PatientBanners banners,
      ClinicTime time) {
    this.courses = courses;
    this.journeys = journeys;
    this.screenings = screenings;
    this.banners = banners;
    this.time = time;
  }

  @GetMapping("/courses/{course}/screening/examinations/{examination}")
  String show(@PathVariable UUID course, @PathVariable String examination, Model model) {
    var found = courses.get(course);
    var form =
        Form.blank().expecting(found.version()).with(DONE_ON, time.dayOf(courses.now()).toString());
    return page(found, of(examination), form, model);
  }

  @PostMapping("/courses/{course}/screening/examinations/{examination}")
  String record(
      @PathVariable UUID course,
      @PathVariable String examination,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var found = courses.get(course);
    var asked = of(examination);
    var examined = read(asked, form);
    if (examined.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(found, asked, form, model);
    }
    courses.append(found, form.key(), form.version(), examined.get());
    Flash.done(redirect, asked.title() + " is written down.");
    return "redirect:" + found.path("screening/examinations/" + asked.id());
  }

  private Examination of(String id) {
    return screenings.examinations().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Optional<Examined> read(Examination asked, Form form) {
    var doneOn = day(form);
    var total = Optional.<Integer>empty();
    var items = new ArrayList<Examined.Item>();
    if (asked.totalOnly()) {
      total = total(asked, form);
    } else {
      items.addAll(items(asked, form));
    }
    var note = form.optionalText("note");
    return form.refused()
        ? Optional.empty()
        : Optional.of(
            new Examined(
                asked.id(),
                items,
                total,
                doneOn.orElseThrow(),
                note,
                courses.actor(),
                courses.now()));
  }

  private static List<Examined.Item> items(Examination asked, Form form) {
    var items = new ArrayList<Examined.Item>();
    for (var line : asked.lines()) {
      form.choice(ITEM + line.key(), Answer.class, "Choose one; “not known” is an answer.")
          .ifPresent(answer -> items.add(new Examined.Item(line.key(), answer)));
    }
    return items;
  }

  private static Optional<Integer> total(Examination asked, Form form) {
    var field = NumberField.of(TOTAL, "").withDecimals(0);
    if (asked instanceof Examination.Scored scored && scored.scale().isPresent()) {
      var scale = scored.scale().get();
      var read = form.number(TOTAL, field);
      if (read.filter(value -> !scale.contains(value)).isPresent()) {
        form.refuse(TOTAL, "This score lies between " + scale.words() + ".");
      }
      return read.map(java.math.BigDecimal::intValue);
    }
    return form.number(TOTAL, field).map(java.math.BigDecimal::intValue);
  }

  private Optional<LocalDate> day(Form form) {
    try {
      var day = LocalDate.parse(form.value(DONE_ON).strip());
      if (day.isAfter(time.dayOf(courses.now()))) {
        form.refuse(DONE_ON, "This day is in the future.");
        return Optional.empty();
      }
      return Optional.of(day);
    } catch (DateTimeParseException e) {
      form.refuse(DONE_ON, "Enter the day on which it was done.");
      return Optional.empty();
    }
  }

  private String page(Course course, Examination examination, Form form, Model model) {
    var standing = screenings.standing(course);
    var role = courses.actor().role();
    boolean maySend = AccessRules.allows(role, "POST", course.path("screening/examinations/x"));
    model.addAttribute("patient", banners.of(course.patient()));
    model.addAttribute("steps", journeys.steps(course, Step.SCREENING));
    model.addAttribute(
        "view",
        new ExaminationView(
            course,
            examination,
            standing.facts().chart().identity().sex(),
            standing.facts().examinations().latest(examination.id()),
            form,
            maySend && Interview.mayAttest(role)));
    return "screening/examination";
  }
}
