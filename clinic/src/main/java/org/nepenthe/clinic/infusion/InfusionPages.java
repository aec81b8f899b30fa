package org.nepenthe.clinic.infusion;

import jakarta.servlet.http.HttpSession;
import java.time.InstantSource;
import java.util.UUID;
import org.nepenthe.care.decision.InfusionId;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.infusion.picture.LivePicture;
import org.nepenthe.clinic.infusion.picture.LivePictures;
import org.nepenthe.clinic.planning.Days;
import org.nepenthe.clinic.planning.PlanGate;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.web.ChangedMeanwhile;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Opens an infusion, and shows it as it is now: as a page, as JSON, as a stream of news.
@Controller
final class InfusionPages {
  private final InfusionDesk desk;
  private final Courses courses;
  private final PlanGate gate;
  private final Days days;
  private final LivePictures pictures;
  private final InfusionWatch watch;
  private final InfusionViews views;
  private final InstantSource clock;

  InfusionPages(
      InfusionDesk desk,
      Courses courses,
      PlanGate gate,
      Days days,
      LivePictures pictures,
      InfusionWatch watch,
      InfusionViews views,
      InstantSource clock) {
    this.desk = desk;
    this.courses = courses;
    this.gate = gate;
    this.days = days;
    this.pictures = pictures;
    this.watch = watch;
    this.views = views;
    this.clock = clock;
  }

  @PostMapping("/infusions")
  String open(Form form) {
    var course = courses.get(Ids.uuid(form.value("courseId")));
    if (!course.patient().toString().equals(form.value("patientId"))) {
      throw new WrongInfusion();
    }
    var missing = gate.missing(course, clock.instant());
    if (!missing.isEmpty()) {
      throw new ChangedMeanwhile(
          "What this plan rests on", missing.getFirst().sentence(), missing.getFirst().path());
    }
    var notSo =
        days.of(course, course.planning().nextInfusionNumber()).stream()
            .flatMap(day -> day.notSo().stream())
            .toList();
    if (!notSo.isEmpty()) {
      throw new ChangedMeanwhile(
          "What was confirmed before the day",
          notSo.getFirst().item().says() + ": this is not so. Settle it and record that.",
          course.path("series") + "/" + course.planning().nextInfusionNumber());
    }
    return switch (desk.open(course, Ids.formKey(form), courses.actor())) {
      case InfusionDesk.Opening.Opened(var id) -> "redirect:/infusions/" + id + "/prepare";
      case InfusionDesk.Opening.NotNow(var because) ->
          throw new ChangedMeanwhile("The plan", because, course.path("approval"));
    };
  }

  @GetMapping("/infusions/{id}")
  String go(@PathVariable UUID id) {
    return "redirect:/infusions/" + id + "/" + place(find(id));
  }

  @GetMapping("/infusions/{id}/live")
  String live(@PathVariable UUID id, Model model) {
    return views.live(find(id), model);
  }

  @GetMapping("/infusions/{id}/live.json")
  ResponseEntity<LivePicture> picture(@PathVariable UUID id) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(pictures.of(find(id), clock.instant()));
  }

  @GetMapping(path = "/infusions/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter news(@PathVariable UUID id, HttpSession session) {
    return watch.watch(find(id).log().opened().infusion(), session);
  }

  private Infusion find(UUID id) {
    return desk.find(new InfusionId(id))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /// The page on which an infusion goes on in its present state.
  static String place(Infusion infusion) {
    return switch (infusion) {
      case Infusion.Preparing _, Infusion.Abandoned _ -> "prepare";
      case Infusion.Infusing _,
          Infusion.Held _,
          Infusion.Unconfirmed _,
          Infusion.Recovering _,
          Infusion.Discharged _ ->
          "live";
    };
  }
}
