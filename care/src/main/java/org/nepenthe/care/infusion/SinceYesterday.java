package org.nepenthe.care.infusion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.nepenthe.care.decision.Reading;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.care.infusion.InfusionEvent.TakenAsked;
import org.nepenthe.care.infusion.InfusionEvent.TakenOverridden;
import org.nepenthe.care.infusion.taken.Taken;
import org.nepenthe.care.infusion.taken.TakenRules;

/// What sedates and was taken since the day before holds the start until a physician decides; so
/// does what nobody knows. It is a relative restriction under the one law for overrides.
public final class SinceYesterday {
  /// The entry of the knowledge that says what is asked.
  public static final RuleId RULE = RuleId.of("INF-DAY-01");

  private SinceYesterday() {}

  /// What still stands in the way of the start, in words; empty where nothing does.
  public static List<String> missing(InfusionLog log, InfusionRules rules, Instant at) {
    if (rules.taken().isEmpty()) {
      return List.of();
    }
    var asked = log.takenAsked();
    if (asked.isEmpty()) {
      return List.of("Taken since yesterday: nobody has asked yet");
    }
    if (!counts(asked.get(), rules.taken().get(), at)) {
      return List.of(
          "Taken since yesterday: asked more than "
              + rules.taken().get().countsFor().plainWords()
              + " before the start, or after it; ask again");
    }
    var open = open(asked.get());
    return open.isEmpty() || log.takenOverridden().isPresent()
        ? List.of()
        : List.of("Taken since yesterday: " + words(open) + ". A physician decides");
  }

  /// The answers on which a physician has to decide.
  public static List<Taken> open(TakenAsked asked) {
    return asked.answers().stream().filter(Taken::asksAPhysician).toList();
  }

  static Outcome ask(
      Infusion infusion, InfusionCommand.AskTaken ask, Deed deed, InfusionRules rules) {
    if (!(infusion instanceof Infusion.Preparing(var log))) {
      return Preparation.notPreparing();
    }
    if (rules.taken().isEmpty()) {
      return Outcome.refuse("", "The knowledge in use asks nothing here");
    }
    var refusals = new ArrayList<Refusal>();
    deed.impossible(log.opened().at(), "the preparation began").ifPresent(refusals::add);
    refusals.addAll(incomplete(ask.answers(), rules.taken().get()));
    return refusals.isEmpty()
        ? Outcome.accept(new TakenAsked(ask.answers(), deed.at(), deed.by()))
        : new Outcome.Refused(refusals);
  }

  static Outcome override(
      Infusion infusion, InfusionCommand.OverrideTaken override, Deed deed, InfusionRules rules) {
    if (!(infusion instanceof Infusion.Preparing(var log))) {
      return Preparation.notPreparing();
    }
    var asked = log.takenAsked();
    if (asked.isEmpty() || open(asked.get()).isEmpty()) {
      return Outcome.refuse("", "Nothing was said that a physician has to decide on");
    }
    if (rules.taken().filter(taken -> counts(asked.get(), taken, deed.at())).isEmpty()) {
      return Outcome.refuse("", "What was said is too old to decide on: ask again");
    }
    var signature = override.signature();
    if (signature.signer().role() != Role.PHYSICIAN) {
      return Outcome.refuse("", "Only a physician may decide on what was taken");
    }
    if (signature.meaning() != Signature.Meaning.OVERRODE) {
      throw new IllegalArgumentException("signature means " + signature.meaning());
    }
    return signature.reason().isBlank()
        ? Outcome.refuse("words", "Say in your own words why")
        : Outcome.accept(
            new TakenOverridden(
                words(open(asked.get())), override.reason(), signature, deed.at(), deed.by()));
  }

  private static boolean counts(TakenAsked asked, TakenRules rules, Instant at) {
    return Reading.of(asked, asked.at(), at, rules.countsFor().duration()) instanceof Reading.Fresh;
  }

  /// Several answers as one sentence.
  public static String words(List<Taken> open) {
    return open.stream().map(Taken::sentence).collect(Collectors.joining("; "));
  }

  private static List<Refusal> incomplete(List<Taken> answers, TakenRules rules) {
    var refusals = new ArrayList<Refusal>();
    var seen = new HashSet<String>();
    for (var answer : answers) {
      if (rules.item(answer.item()).isEmpty() || !seen.add(answer.item())) {
        refusals.add(new Refusal(answer.item(), "The list has no such item, or has it once only"));
      }
      boolean said = answer.said() == Taken.Said.TAKEN;
      if (said && answer.howMuch().isBlank()) {
        refusals.add(new Refusal("howMuch-" + answer.item(), "Write down how much"));
      }
      if (said && answer.when().isBlank()) {
        refusals.add(new Refusal("when-" + answer.item(), "Write down when"));
      }
    }
    rules.items().stream()
        .filter(item -> !seen.contains(item.key()))
        .forEach(item ->
            refusals.add(
                new Refusal(
                    "said-" + item.key(), "Choose one; “not known” is an answer: " + item.name())));
    return refusals;
  }
}
