package org.nepenthe.clinic.infusion;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.nepenthe.care.decision.InfusionId;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.InfusionCommand;
import org.nepenthe.care.infusion.InfusionEvent;
import org.nepenthe.care.infusion.InfusionLog;
import org.nepenthe.care.infusion.Refusal;
import org.nepenthe.clinic.infusion.picture.LivePictures;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.web.ChangedMeanwhile;
import org.nepenthe.clinic.record.CommandKey;
import org.nepenthe.clinic.security.CurrentActor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The way from a form at the chair to the record and back: the same for every form, as a page for
/// a browser without script and as JSON for the live chart.
@Component
class CommandDoor {
  private final InfusionDesk desk;
  private final CurrentActor actor;
  private final LivePictures pictures;
  private final InfusionViews views;
  private final InstantSource clock;
  private final ZoneId zone;

  CommandDoor(
      InfusionDesk desk,
      CurrentActor actor,
      LivePictures pictures,
      InfusionViews views,
      InstantSource clock,
      ZoneId zone) {
    this.desk = desk;
    this.actor = actor;
    this.pictures = pictures;
    this.views = views;
    this.clock = clock;
    this.zone = zone;
  }

  /// One form as it came.
  ///
  /// @param name the last part of its address
  record Sent(InfusionId infusion, String name, Form form, boolean wantsJson, Model model) {}

  Sent request(UUID id, String name, Form form, String accept, Model model) {
    boolean json = accept.contains(MediaType.APPLICATION_JSON_VALUE);
    return new Sent(new InfusionId(id), name, form, json, model);
  }

  Instant now() {
    return clock.instant();
  }

  /// Puts the command on record that a form asks for.
  ///
  /// @param asked reads the command from the form and the state it is about; empty where a field
  ///     was refused
  Object take(Sent sent, Function<Infusion, Optional<? extends InfusionCommand>> asked) {
    var infusion =
        desk.find(sent.infusion())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (!patient(sent.form()).equals(infusion.log().opened().patient())) {
      throw new WrongInfusion();
    }
    var at =
        sent.form()
            .read("at", typed -> ClockTime.read(typed, zone, now(), lastPumpEvent(infusion.log())));
    var command = asked.apply(infusion);
    if (sent.form().refused() || at.isEmpty() || command.isEmpty()) {
      return refused(sent, infusion);
    }
    return switch (desk.record(request(sent, at.get(), command.get()))) {
      case InfusionDesk.Answer.Recorded(var version) -> recorded(sent, version);
      case InfusionDesk.Answer.Refused(var refusals) -> {
        refusals.forEach(refusal -> sent.form().refuse(field(refusal, sent), refusal.message()));
        yield refused(sent, infusion);
      }
      case InfusionDesk.Answer.Changed(var now) -> changed(sent, now);
    };
  }

  private InfusionDesk.Request request(Sent sent, Instant at, InfusionCommand command) {
    var form = sent.form();
    return new InfusionDesk.Request(
        sent.infusion(),
        patient(form),
        form.version(),
        new CommandKey(Ids.formKey(form).toString()),
        actor.get(),
        at,
        command);
  }

  private Object recorded(Sent sent, long version) {
    return sent.wantsJson()
        ? ResponseEntity.ok(Map.of("version", version))
        : "redirect:/infusions/" + sent.infusion();
  }

  private Object refused(Sent sent, Infusion infusion) {
    if (sent.wantsJson()) {
      var errors = new LinkedHashMap<>(sent.form().errors());
      return ResponseEntity.unprocessableContent()
          .body(Map.of("message", "Not recorded: " + first(errors), "errors", errors));
    }
    var page =
        new ModelAndView(
            views.refused(infusion, sent.name(), sent.form(), sent.model()),
            HttpStatus.UNPROCESSABLE_CONTENT);
    page.addAllObjects(sent.model().asMap());
    return page;
  }

  private Object changed(Sent sent, Infusion now) {
    var last = now.log().entries().getLast();
    var message =
        last.event().by().name()
            + " recorded something meanwhile that matters to this. Look at what is there now.";
    if (sent.wantsJson()) {
      return ResponseEntity.status(HttpStatus.CONFLICT)
          .body(Map.of("message", message, "now", pictures.of(now, now())));
    }
    throw new ChangedMeanwhile("This infusion", message, "/infusions/" + sent.infusion());
  }

  private static String first(Map<String, String> errors) {
    return List.copyOf(errors.values()).isEmpty()
        ? "look at the fields"
        : List.copyOf(errors.values()).getFirst();
  }

  private static String field(Refusal refusal, Sent sent) {
    return refusal.field().isEmpty() ? sent.name() : refusal.field();
  }

  private static PatientId patient(Form form) {
    return new PatientId(Ids.uuid(form.value("patientId")));
  }

  private static Instant lastPumpEvent(InfusionLog log) {
    var pump = log.pumpEntries();
    InfusionEvent last = pump.isEmpty() ? log.opened() : pump.getLast().event();
    return last.at();
  }
}
