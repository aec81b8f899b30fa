package org.nepenthe.clinic.infusion;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.nepenthe.care.decision.InfusionId;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.InfusionCommand;
import org.nepenthe.care.infusion.check.DoseCheck;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.form.NumberField;
import org.nepenthe.clinic.security.CurrentActor;
import org.nepenthe.clinic.security.SigningPassword;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;
import org.nepenthe.quantity.SolutionStrength;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;

/// The pages before the first drop: time-out, what the first person drew up, what the second reads.
@Controller
final class PreparationPages {
  private final InfusionDesk desk;
  private final InfusionViews views;
  private final CommandDoor door;
  private final SigningPassword password;
  private final CurrentActor actor;

  PreparationPages(
      InfusionDesk desk,
      InfusionViews views,
      CommandDoor door,
      SigningPassword password,
      CurrentActor actor) {
    this.desk = desk;
    this.views = views;
    this.door = door;
    this.password = password;
    this.actor = actor;
  }

  @GetMapping("/infusions/{id}/prepare")
  String prepare(@PathVariable UUID id, Model model) {
    return views.preparation(find(id), model);
  }

  @GetMapping("/infusions/{id}/prepare/drug")
  String drug(@PathVariable UUID id, Model model) {
    return views.reading(find(id), InfusionViews.Reader.FIRST, model);
  }

  @GetMapping("/infusions/{id}/prepare/check")
  String check(@PathVariable UUID id, Model model) {
    return views.reading(find(id), InfusionViews.Reader.SECOND, model);
  }

  @PostMapping("/infusions/{id}/prepare/time-out")
  Object timeOut(
      @PathVariable UUID id,
      Form form,
      @RequestHeader(name = "Accept", defaultValue = "") String accept,
      Model model) {
    return door.take(
        door.request(id, "time-out", form, accept, model),
        _ -> form.text("item", "Which item?").map(InfusionCommand.TickTimeOut::new));
  }

  @PostMapping("/infusions/{id}/prepare/abandon")
  Object abandon(
      @PathVariable UUID id,
      Form form,
      @RequestHeader(name = "Accept", defaultValue = "") String accept,
      Model model) {
    return door.take(
        door.request(id, "abandon", form, accept, model),
        _ -> form.text("reason", "Say why it is given up.").map(InfusionCommand.Abandon::new));
  }

  @PostMapping("/infusions/{id}/prepare/drug")
  Object prepared(
      @PathVariable UUID id,
      Form form,
      @RequestHeader(name = "Accept", defaultValue = "") String accept,
      Model model) {
    return door.take(
        door.request(id, "drug", form, accept, model),
        _ -> signed(form, Signature.Meaning.PREPARED, InfusionCommand.Prepare::new));
  }

  @PostMapping("/infusions/{id}/prepare/check")
  Object checked(
      @PathVariable UUID id,
      Form form,
      @RequestHeader(name = "Accept", defaultValue = "") String accept,
      Model model) {
    return door.take(
        door.request(id, "check", form, accept, model),
        _ -> signed(form, Signature.Meaning.CHECKED, InfusionCommand.Check::new));
  }

  /// The password is asked only of a form that is otherwise in order: a slip in a number costs no
  /// attempt.
  private Optional<InfusionCommand> signed(
      Form form,
      Signature.Meaning meaning,
      BiFunction<DoseCheck, Signature, InfusionCommand> command) {
    var found = found(form);
    if (form.refused()) {
      return Optional.empty();
    }
    return password
        .verify(actor.get(), form, "password")
        .flatMap(signer ->
            found.map(
                check -> command.apply(check, new Signature(signer, door.now(), meaning, ""))));
  }

  private static Optional<DoseCheck> found(Form form) {
    var moiety = form.choice("moiety", Moiety.class, "Choose the drug as it is on the vial.");
    var weight = form.number("weight", NumberField.of("weight", "kg").above("0"));
    var vial = form.number("vial", NumberField.of("strength of the vial", "mg/mL").above("0"));
    var prepared =
        form.number("prepared", NumberField.of("strength as prepared", "mg/mL").above("0"));
    var dose = form.number("dose", NumberField.of("dose", "mg").above("0"));
    var rate = ObservationFields.rate(form);
    if (form.refused()) {
      return Optional.empty();
    }
    return Optional.of(
        new DoseCheck(
            BodyWeight.ofKilograms(weight.orElseThrow().doubleValue()),
            new SolutionStrength(vial.orElseThrow()),
            new SolutionStrength(prepared.orElseThrow()),
            new Dose(dose.orElseThrow(), moiety.orElseThrow()),
            rate.orElseThrow()));
  }

  private Infusion find(UUID id) {
    return desk.find(new InfusionId(id))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
