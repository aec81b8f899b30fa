package org.nepenthe.clinic.planning;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nepenthe.care.planning.protocol.PlanningKnowledge;
import org.nepenthe.care.planning.protocol.Protocol;
import org.nepenthe.care.planning.series.Booking;
import org.nepenthe.care.planning.series.Conflict;
import org.nepenthe.care.planning.series.DayCalledOff;
import org.nepenthe.care.planning.series.DayConfirmed;
import org.nepenthe.care.planning.series.Phase;
import org.nepenthe.care.planning.series.PlannedInfusion;
import org.nepenthe.care.planning.series.SeriesState;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.course.Journeys;
import org.nepenthe.clinic.course.Step;
import org.nepenthe.clinic.patient.PatientBanners;
import org.nepenthe.clinic.patient.PatientNames;
import org.nepenthe.clinic.planning.SeriesDesk.Laid;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.form.NumberField;
import org.nepenthe.clinic.platform.web.Flash;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The days of a course: laid out block by block, called off, and confirmed before each day.
@Controller
public final class SeriesPages {
  private static final Laid.Refused NOTHING_AGAINST =
      new Laid.Refused(List.of(), List.of(), List.of());
  private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

  private final Courses courses;
  private final Journeys journeys;
  private final PatientBanners banners;
  private final Days days;
  private final SeriesDesk desk;
  private final PatientNames names;
  private final KnowledgeBase knowledge;
  private final ClinicTime time;

  SeriesPages(
      Courses courses,
      Journeys journeys,
      PatientBanners banners,
      Days days,
      SeriesDesk desk,
      PatientNames names,
      KnowledgeBase knowledge,
      ClinicTime time) {
    this.courses = courses;
    this.journeys = journeys;
    this.banners = banners;
    this.days = days;
    this.desk = desk;
    this.names = names;
    this.knowledge = knowledge;
    this.time = time;
  }

  @GetMapping("/courses/{course}/series")
  String show(@PathVariable UUID course, Model model) {
    var found = courses.get(course);
    var form = Form.blank().expecting(found.version());
    protocol(found)
        .flatMap(protocol -> protocol.caps().every())
        .filter(every -> every.unit().ucum().equals("d"))
        .ifPresent(every -> form.with("every", every.value().toPlainString()));
    return page(found, NOTHING_AGAINST, form, model);
  }

  /// Adds a block of infusions after those that are planned already.
  @PostMapping("/courses/{course}/series")
  String lay(
      @PathVariable UUID course,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var found = courses.get(course);
    var block = block(found, form);
    if (form.refused()) {
      response.setStatus(422);
      return page(found, NOTHING_AGAINST, form, model);
    }
    var all = new ArrayList<>(SeriesState.of(found.events()).infusions());
    all.addAll(block);
    all.sort(Comparator.comparingInt(PlannedInfusion::number));
    return switch (desk.lay(found, form.key(), form.version(), all, block)) {
      case Laid.Stored _ -> {
        Flash.done(redirect, "The days are planned.");
        yield "redirect:" + found.path("series");
      }
      case Laid.Refused refused -> {
        refused.against().stream()
            .filter(Conflict::blocks)
            .forEach(conflict ->
                form.refuse("first", "Infusion " + conflict.number() + ": " + conflict.words()));
        response.setStatus(422);
        yield page(found, refused, form, model);
      }
    };
  }

  private List<PlannedInfusion> block(Course course, Form form) {
    var phase = form.choice("phase", Phase.class, "Choose the part of the course.");
    var first = PlanFields.moment(form, "first", "Say when the first of them begins.", time);
    var count = form.number("count", NumberField.of("number of infusions", "").above("0").whole());
    var every = form.number("every", NumberField.of("days apart", "d").above("0").whole());
    var chair = form.text("chair", "Choose a chair.");
    if (form.refused()) {
      return List.of();
    }
    var planned = SeriesState.of(course.events()).infusions();
    int next =
        Math.max(
            course.planning().infusions().size(),
            planned.stream().mapToInt(PlannedInfusion::number).max().orElse(0));
    int minutes = minutes(course);
    var block = new ArrayList<PlannedInfusion>();
    for (int i = 0; i < Math.min(count.orElseThrow().intValue(), LONGEST_BLOCK); i++) {
      block.add(
          new PlannedInfusion(
              next + i + 1,
              phase.orElseThrow(),
              later(first.orElseThrow(), (long) i * every.orElseThrow().intValue()),
              minutes,
              chair.orElseThrow()));
    }
    return block;
  }

  /// Nobody lays out more than this at once; a slip of the finger might.
  private static final int LONGEST_BLOCK = 50;

  /// At the same time of the clinic's day, also where the clocks change between.
  private Instant later(Instant first, long daysLater) {
    return first.atZone(time.zone()).plusDays(daysLater).toInstant();
  }

  /// The infusion as planned last, or as the protocol offers it, and the time in the chair after
  /// it.
  private int minutes(Course course) {
    var after = days.capacity().afterwards().in("min").intValue();
    var order =
        course
            .planning()
            .current()
            .map(plan ->
                switch (plan) {
                  case org.nepenthe.care.planning.DosePlan.Proposed proposed -> proposed.order();
                  case org.nepenthe.care.planning.DosePlan.Approved approved -> approved.order();
                  case org.nepenthe.care.planning.DosePlan.Superseded old -> old.proposed().order();
                });
    int infusion =
        order
            .map(each -> each.minutes().intValue())
            .or(() -> protocol(course).map(each -> each.offeredMinutes().intValue()))
            .orElseGet(() -> longest());
    return infusion + after;
  }

  /// Where nothing was planned yet, the longest that any protocol takes.
  private int longest() {
    return known().protocols().stream()
        .mapToInt(protocol -> protocol.longestMinutes().intValue())
        .max()
        .orElse(1);
  }

  private Optional<Protocol> protocol(Course course) {
    var planning = course.planning();
    var plans = new ArrayList<>(planning.earlier());
    return planning
        .current()
        .map(plan ->
            switch (plan) {
              case org.nepenthe.care.planning.DosePlan.Proposed proposed -> proposed;
              case org.nepenthe.care.planning.DosePlan.Approved approved -> approved.proposed();
              case org.nepenthe.care.planning.DosePlan.Superseded old -> old.proposed();
            })
        .or(() -> plans.isEmpty() ? Optional.empty() : Optional.of(plans.getLast().proposed()))
        .flatMap(
            plan -> Protocol.find(knowledge, plan.order().protocolId(), time.dayOf(courses.now())));
  }

  @PostMapping("/courses/{course}/series/{number}/call-off")
  String callOff(
      @PathVariable UUID course, @PathVariable int number, Form form, RedirectAttributes redirect) {
    var found = courses.get(course);
    var reason = form.text("reason", "Say why the day is called off.");
    if (reason.isEmpty()) {
      Flash.note(redirect, form.error("reason"));
    } else {
      courses.append(
          found,
          form.key(),
          form.version(),
          new DayCalledOff(number, reason.get(), courses.actor()));
      Flash.done(redirect, "The day is called off.");
    }
    return "redirect:" + found.path("series");
  }

  @GetMapping("/courses/{course}/series/{number}")
  String day(@PathVariable UUID course, @PathVariable int number, Model model) {
    var found = courses.get(course);
    return dayPage(found, number, Form.blank().expecting(found.version()), model);
  }

  /// The answer to one item.
  @PostMapping("/courses/{course}/series/{number}")
  String confirm(
      @PathVariable UUID course,
      @PathVariable int number,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var found = courses.get(course);
    var day = theDay(found, number);
    var item =
        day.asked().stream()
            .map(Days.Asked::item)
            .filter(each -> each.key().equals(form.value("item")))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    boolean so = form.has("so", "yes");
    var note = form.optionalText("note." + item.key());
    if (!so && note.isBlank()) {
      form.refuse("note." + item.key(), "Say what the patient said.");
    }
    if (form.refused()) {
      response.setStatus(422);
      return dayPage(found, number, form, model);
    }
    courses.append(
        found,
        form.key(),
        form.version(),
        new DayConfirmed(
            number, item.key(), item.says(), so, note, courses.now(), courses.actor()));
    Flash.done(redirect, "Recorded.");
    return "redirect:" + found.path("series") + "/" + number;
  }

  private Days.Day theDay(Course course, int number) {
    return days.of(course, number)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String dayPage(Course course, int number, Form form, Model model) {
    common(course, form, model);
    model.addAttribute("day", theDay(course, number));
    return "planning/day";
  }

  /// Who has a chair that was wanted.
  public record Taken(String chair, String patient, Instant from, Instant until) {}

  /// A place that is free, as the form would have to say it.
  public record Offered(String chair, String first, Instant from) {}

  private List<Taken> taken(Laid.Refused refused) {
    var named = names.of(refused.taken().stream().map(Booking::patient).toList());
    return refused.taken().stream()
        .map(booking ->
            new Taken(
                booking.infusion().chair(),
                Optional.ofNullable(named.get(booking.patient()))
                    .map(PatientNames.Named::name)
                    .orElse("another patient"),
                booking.infusion().from(),
                booking.infusion().until()))
        .toList();
  }

  private List<Offered> offered(Laid.Refused refused, Form form) {
    if (refused.taken().isEmpty()) {
      return List.of();
    }
    return PlanFields.moment(form, "first", "", time)
        .map(first ->
            refused.places().stream()
                .map(place -> {
                  var from = first.plus(place.later());
                  return new Offered(place.chair(), FIELD.format(from.atZone(time.zone())), from);
                })
                .toList())
        .orElse(List.of());
  }

  private String page(Course course, Laid.Refused refused, Form form, Model model) {
    model.addAttribute("taken", taken(refused));
    model.addAttribute("offered", offered(refused, form));
    common(course, form, model);
    model.addAttribute("days", days.of(course));
    model.addAttribute("against", refused.against());
    model.addAttribute("capacity", days.capacity());
    model.addAttribute("chairs", chairs());
    model.addAttribute("phases", phases());
    model.addAttribute("protocol", protocol(course));
    model.addAttribute("totals", protocol(course).map(each -> known().totals(each.moiety())));
    return "planning/series";
  }

  private void common(Course course, Form form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("course", course);
    model.addAttribute("steps", journeys.steps(course, Step.PLAN));
    model.addAttribute("patient", banners.of(course.patient()));
  }

  private PlanningKnowledge known() {
    return new PlanningKnowledge(knowledge, time.dayOf(courses.now()));
  }

  private Map<String, String> chairs() {
    var options = new LinkedHashMap<String, String>();
    days.capacity()
        .chairs()
        .forEach(chair -> options.put(chair.name(), chair.name() + ", " + chair.room()));
    return options;
  }

  private static Map<String, String> phases() {
    var options = new LinkedHashMap<String, String>();
    for (var phase : Phase.values()) {
      options.put(phase.name(), phase.words());
    }
    return options;
  }

  /// The interval of a source in words, for a template.
  static String words(Optional<Amount> amount) {
    return amount.map(Amount::words).orElse("not stated by the source");
  }
}
