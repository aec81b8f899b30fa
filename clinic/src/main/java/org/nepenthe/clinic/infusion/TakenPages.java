package org.nepenthe.clinic.infusion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.care.infusion.InfusionCommand;
import org.nepenthe.care.infusion.taken.Taken;
import org.nepenthe.care.infusion.taken.TakenReason;
import org.nepenthe.care.infusion.taken.TakenRules;
import org.nepenthe.clinic.infusion.picture.RulesOfTheDay;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.security.CurrentActor;
import org.nepenthe.clinic.security.SigningPassword;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/// What was taken since the day before: asked before the start, and decided on by a physician.
@Controller
final class TakenPages {
  private final CommandDoor door;
  private final RulesOfTheDay rules;
  private final SigningPassword password;
  private final CurrentActor actor;

  TakenPages(CommandDoor door, RulesOfTheDay rules, SigningPassword password, CurrentActor actor) {
    this.door = door;
    this.rules = rules;
    this.password = password;
    this.actor = actor;
  }

  @PostMapping("/infusions/{id}/prepare/taken")
  Object asked(
      @PathVariable UUID id,
      Form form,
      @RequestHeader(name = "Accept", defaultValue = "") String accept,
      Model model) {
    return door.take(
        door.request(id, "taken", form, accept, model),
        _ ->
            rules
                .infusion(door.now())
                .taken()
                .flatMap(asks -> answers(asks, form))
                .map(InfusionCommand.AskTaken::new));
  }

  @PostMapping("/infusions/{id}/prepare/taken/override")
  Object overridden(
      @PathVariable UUID id,
      Form form,
      @RequestHeader(name = "Accept", defaultValue = "") String accept,
      Model model) {
    return door.take(door.request(id, "taken-override", form, accept, model), _ -> signed(form));
  }

  private static Optional<List<Taken>> answers(TakenRules asks, Form form) {
    var answers = new ArrayList<Taken>();
    for (var item : asks.items()) {
      form.choice("said-" + item.key(), Taken.Said.class, "Choose one; “not known” is an answer.")
          .ifPresent(said -> answers.add(answer(item, said, form)));
    }
    return form.refused() ? Optional.empty() : Optional.of(answers);
  }

  /// How much and when belong to what was taken only.
  private static Taken answer(TakenRules.Item item, Taken.Said said, Form form) {
    if (said != Taken.Said.TAKEN) {
      return new Taken(item.key(), item.name(), said, "", "");
    }
    return new Taken(
        item.key(),
        item.name(),
        said,
        form.text("howMuch-" + item.key(), "Write down how much.").orElse(""),
        form.text("when-" + item.key(), "Write down when.").orElse(""));
  }

  /// The password is asked only of a form that is otherwise in order.
  private Optional<InfusionCommand> signed(Form form) {
    var reason = form.choice("reason", TakenReason.class, "Choose why.");
    var words = form.text("words", "Say in your own words why.");
    if (form.refused()) {
      return Optional.empty();
    }
    return password
        .verify(actor.get(), form, "password")
        .map(signer ->
            new InfusionCommand.OverrideTaken(
                reason.orElseThrow(),
                new Signature(
                    signer, door.now(), Signature.Meaning.OVERRODE, words.orElseThrow())));
  }
}
