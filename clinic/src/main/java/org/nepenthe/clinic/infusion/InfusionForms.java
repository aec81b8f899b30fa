package org.nepenthe.clinic.infusion;

import java.util.EnumMap;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.infusion.AdverseEvent;
import org.nepenthe.care.infusion.InfusionCommand;
import org.nepenthe.care.infusion.InfusionCommand.GiveRescue.Repeat;
import org.nepenthe.care.infusion.RescueDose;
import org.nepenthe.care.infusion.observation.ObservationSource;
import org.nepenthe.care.infusion.pump.PumpState;
import org.nepenthe.clinic.infusion.picture.RulesOfTheDay;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.form.NumberField;
import org.nepenthe.clinic.security.SigningPassword;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/// The forms at the chair: what was done at the pump, seen of the patient, given beside.
@Controller
final class InfusionForms {
  private static final String REASON = "reason";

  private final CommandDoor door;
  private final SigningPassword password;
  private final RulesOfTheDay rules;
  private final Optional<SimulatedBedside> bedside;

  InfusionForms(
      CommandDoor door,
      SigningPassword password,
      RulesOfTheDay rules,
      Optional<SimulatedBedside> bedside) {
    this.door = door;
    this.password = password;
    this.rules = rules;
    this.bedside = bedside;
  }

  @PostMapping("/infusions/{id}/start")
  Object start(
      @PathVariable UUID id,
      Form form,
      @RequestHeader(name = "Accept", defaultValue = "") String accept,
      Model m) {
    return door.take(
        door.request(id, "start", form, accept, m),
        infusion ->
            ObservationFields.rate(form)
                .map(rate -> new InfusionCommand.Start(infusion.log().plan(), rate)));
  }

  @PostMapping("/infusions/{id}/rate")
  Object rate(
      @PathVariable UUID id,
      Form form,
      @RequestHeader(name = "Accept", defaultValue = "") String accept,
      Model m) {
    return door.take(
        door.request(id, "rate", form, accept, m),
        _ -> {
          var rate = ObservationFields.rate(form);
          var second = readBack(form);
          return rate.map(
              read -> new InfusionCommand.ChangeRate(read, form.optionalText(REASON), second));
        });
  }

  @PostMapping("/infusions/{id}/hold")
  Object hold(
      @PathVariable UUID id,
      Form form,
      @RequestHeader(name = "Accept", defaultValue = "") String accept,
      Model m) {
    return door.take(
        door.request(id, "hold", form, accept, m),
        _ ->
            Optional.of(
                new InfusionCommand.Hold(
                    form.optionalText(REASON), ObservationFields.pumpVolume(form))));
  }

  @PostMapping("/infusions/{id}/resume")
  Object resume(
      @PathVariable UUID id,
      Form form,
      @RequestHeader(name = "Accept", defaultValue = "") String accept,
      Model m) {
    return door.take(
        door.request(id, "resume", form, accept, m),
        _ -> {
          var second = readBack(form);
          return ObservationFields.rate(form).map(rate -> new InfusionCommand.Resume(rate, second));
        });
  }

  @PostMapping("/infusions/{id}/stop")
  Object stop(
      @PathVariable UUID id,
      Form form,
      @RequestHeader(name = "Accept", defaultValue = "") String accept,
      Model m) {
    return door.take(
        door.request(id, "stop", form, accept, m),
        _ ->
            Optional.of(
                new InfusionCommand.Stop(
                    form.optionalText(REASON), ObservationFields.pumpVolume(form))));
  }

  @PostMapping("/infusions/{id}/confirm")
  Object confirm(
      @PathVariable UUID id,
      Form form,
      @RequestHeader(name = "Accept", defaultValue = "") String accept,
      Model m) {
    return door.take(
        door.request(id, "confirm", form, accept, m),
        _ ->
            pump(form)
                .map(
                    pump -> new InfusionCommand.Confirm(pump, ObservationFields.pumpVolume(form))));
  }

  @PostMapping("/infusions/{id}/rescue")
  Object rescue(
      @PathVariable UUID id,
      Form form,
      @RequestHeader(name = "Accept", defaultValue = "") String accept,
      Model m) {
    return door.take(
        door.request(id, "rescue", form, accept, m),
        _ -> {
          var dose = rescueDose(form);
          var repeat = form.value("again").equals("yes") ? Repeat.ANOTHER_DOSE : Repeat.NOT_ASKED;
          return dose.map(
              given -> new InfusionCommand.GiveRescue(given, form.optionalText(REASON), repeat));
        });
  }

  @PostMapping("/infusions/{id}/adverse-event")
  Object adverseEvent(
      @PathVariable UUID id,
      Form form,
      @RequestHeader(name = "Accept", defaultValue = "") String accept,
      Model m) {
    return door.take(
        door.request(id, "adverse-event", form, accept, m),
        _ -> {
          var kind =
              ObservationFields.coded(form, "kind", AdverseEvent.Kind.class, "Choose what it was.");
          var severity =
              ObservationFields.coded(
                  form, "grade", AdverseEvent.Severity.class, "Choose how severe it was.");
          var note = form.optionalText("note");
          var action = form.optionalText("action");
          return kind.flatMap(what ->
              severity.map(how ->
                  new InfusionCommand.RecordAdverseEvent(
                      new AdverseEvent(what, how, note, action))));
        });
  }

  @PostMapping("/infusions/{id}/observations")
  Object observations(
      @PathVariable UUID id,
      Form form,
      @RequestHeader(name = "Accept", defaultValue = "") String accept,
      Model m) {
    return door.take(
        door.request(id, "observations", form, accept, m),
        _ ->
            Optional.of(
                new InfusionCommand.Observe(
                    ObservationSource.BY_HAND, ObservationFields.typed(form))));
  }

  /// Takes what the simulated monitor shows and the simulated patient answers now. What was typed
  /// goes before.
  @PostMapping("/infusions/{id}/simulated-reading")
  Object simulatedReading(
      @PathVariable UUID id,
      Form form,
      @RequestHeader(name = "Accept", defaultValue = "") String accept,
      Model m) {
    var chair = bedside.orElseThrow(WrongInfusion::new);
    return door.take(
        door.request(id, "simulated-reading", form, accept, m),
        infusion -> {
          var values = new EnumMap<>(chair.monitor(infusion, door.now()));
          values.putAll(chair.answers(infusion, door.now()));
          values.putAll(ObservationFields.typed(form));
          return Optional.of(new InfusionCommand.Observe(ObservationSource.SIMULATED, values));
        });
  }

  @PostMapping("/infusions/{id}/strike")
  Object strike(
      @PathVariable UUID id,
      Form form,
      @RequestHeader(name = "Accept", defaultValue = "") String accept,
      Model m) {
    return door.take(
        door.request(id, "strike", form, accept, m),
        _ -> {
          var entry = form.number("eventId", NumberField.of("entry", "").whole());
          var reason = form.text(REASON, "Say why the entry is struck.");
          return entry.flatMap(number ->
              reason.map(why -> new InfusionCommand.Strike(number.longValueExact(), why)));
        });
  }

  @PostMapping("/infusions/{id}/acknowledge")
  Object acknowledge(
      @PathVariable UUID id,
      Form form,
      @RequestHeader(name = "Accept", defaultValue = "") String accept,
      Model m) {
    return door.take(
        door.request(id, "acknowledge", form, accept, m),
        _ -> form.text("alertId", "Which alert?").map(InfusionCommand.Acknowledge::new));
  }

  /// The second person who read the pump, by their own password on this screen.
  private Optional<Actor> readBack(Form form) {
    return form.value("readBackBy").isBlank()
        ? Optional.empty()
        : password.verifyOther(form, "readBackBy", "readBackPassword");
  }

  private Optional<PumpState> pump(Form form) {
    return switch (form.value("pump")) {
      case "running" -> ObservationFields.rate(form).map(PumpState.Running::new);
      case "held" -> Optional.of(new PumpState.OnHold());
      case "stopped" -> Optional.of(new PumpState.Off());
      default -> {
        form.refuse("pump", "Look at the pump and choose what it does.");
        yield Optional.empty();
      }
    };
  }

  private Optional<RescueDose> rescueDose(Form form) {
    var drugs =
        rules.infusion(door.now()).rescueDrugs().stream()
            .collect(Collectors.toMap(drug -> drug.key(), drug -> drug));
    var drug = Optional.ofNullable(drugs.get(form.value("drug")));
    if (drug.isEmpty()) {
      form.refuse("drug", "Choose the drug.");
    }
    var unit = drug.map(known -> form.value("unit").isBlank() ? known.unit() : form.value("unit"));
    if (drug.isPresent() && unit.filter(drug.get().unit()::equals).isEmpty()) {
      form.refuse("unit", drug.get().name() + " is recorded in " + drug.get().unit() + ".");
    }
    var amount = form.number("amount", NumberField.of("amount", unit.orElse("")).above("0"));
    var route = ObservationFields.coded(form, "route", RescueDose.Route.class, "Choose the route.");
    return drug.flatMap(known ->
        amount.flatMap(given ->
            route.map(way -> new RescueDose(known.key(), known.name(), given, known.unit(), way))));
  }
}
