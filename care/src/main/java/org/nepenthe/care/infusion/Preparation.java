package org.nepenthe.care.infusion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.nepenthe.care.infusion.InfusionEvent.DrugChecked;
import org.nepenthe.care.infusion.InfusionEvent.DrugPrepared;
import org.nepenthe.care.infusion.InfusionEvent.InfusionStarted;
import org.nepenthe.care.infusion.InfusionEvent.PreparationAbandoned;
import org.nepenthe.care.infusion.InfusionEvent.TimeOutItemDone;
import org.nepenthe.care.infusion.check.DoseCheck;
import org.nepenthe.care.infusion.check.Mismatch;

/// Everything before the first drop: time-out, preparation, independent second check, start.
public final class Preparation {
  private Preparation() {}

  /// What still stands in the way of the start, in words; empty when nothing does.
  public static List<String> missing(Infusion.Preparing preparing, InfusionRules rules, Deed deed) {
    var log = preparing.log();
    var missing = new ArrayList<String>();
    var done = log.timeOutDone();
    for (var item : rules.timeOut()) {
      if (!done.contains(item.key())) {
        missing.add("Time-out: " + item.says());
      }
    }
    var prepared = log.prepared();
    if (prepared.isEmpty()) {
      missing.add("Preparation: nobody has recorded what was drawn up");
    } else if (!differsFromPlan(prepared.get(), log, rules).isEmpty()) {
      missing.add("Preparation: what was drawn up does not agree with the plan");
    } else if (log.checked().isEmpty()) {
      missing.add("Second check: not done yet");
    } else if (!log.checked().get().mismatches().isEmpty()) {
      missing.add("Second check: the two readings do not agree");
    }
    missing.addAll(SinceYesterday.missing(log, rules, deed.at()));
    rules
        .schedule()
        .blocksIncrease(preparing, deed.at())
        .ifPresent(reason -> missing.add("Observations before the start: " + reason));
    if (log.plan().expiredAt(deed.at())) {
      missing.add("The approval has expired: the plan must be approved again");
    }
    return List.copyOf(missing);
  }

  /// Where what the first person has in their hands is not what the plan says.
  public static List<Mismatch> differsFromPlan(
      DrugPrepared prepared, InfusionLog log, InfusionRules rules) {
    return prepared.found().against(DoseCheck.of(log.order()), rules.tolerance());
  }

  static Outcome tick(
      Infusion infusion, InfusionCommand.TickTimeOut tick, Deed deed, InfusionRules rules) {
    if (!(infusion instanceof Infusion.Preparing(var log))) {
      return notPreparing();
    }
    var item =
        rules.timeOut().stream().filter(known -> known.key().equals(tick.item())).findFirst();
    if (item.isEmpty()) {
      return Outcome.refuse("item", "The time-out list has no such item");
    }
    if (log.timeOutDone().contains(tick.item())) {
      return Outcome.refuse("item", "Already done");
    }
    var wrong = deed.impossible(log.opened().at(), "the preparation began");
    return wrong.isPresent()
        ? new Outcome.Refused(List.of(wrong.get()))
        : Outcome.accept(new TimeOutItemDone(tick.item(), item.get().says(), deed.at(), deed.by()));
  }

  /// What the first person found goes on record even where it does not agree with the plan: a slip
  /// that was caught is worth knowing. It blocks until the drug is prepared anew.
  static Outcome prepare(
      Infusion infusion, InfusionCommand.Prepare prepare, Deed deed, InfusionRules rules) {
    if (!(infusion instanceof Infusion.Preparing)) {
      return notPreparing();
    }
    var implausible = implausible(prepare.found(), rules);
    return implausible.isEmpty()
        ? Outcome.accept(
            new DrugPrepared(prepare.found(), prepare.signature(), deed.at(), deed.by()))
        : new Outcome.Refused(implausible);
  }

  static Outcome check(
      Infusion infusion, InfusionCommand.Check check, Deed deed, InfusionRules rules) {
    if (!(infusion instanceof Infusion.Preparing(var log))) {
      return notPreparing();
    }
    var prepared = log.prepared();
    if (prepared.isEmpty()) {
      return Outcome.refuse("", "Nothing is prepared yet that could be checked");
    }
    if (prepared.get().by().isSamePersonAs(deed.by())) {
      return Outcome.refuse("", "The second check is for another person than the one who prepared");
    }
    var implausible = implausible(check.found(), rules);
    if (!implausible.isEmpty()) {
      return new Outcome.Refused(implausible);
    }
    var mismatches = check.found().against(prepared.get().found(), rules.tolerance());
    if (mismatches.isEmpty()) {
      mismatches = check.found().against(DoseCheck.of(log.order()), rules.tolerance());
    }
    return Outcome.accept(
        new DrugChecked(check.found(), mismatches, check.signature(), deed.at(), deed.by()));
  }

  static Outcome abandon(Infusion infusion, InfusionCommand.Abandon abandon, Deed deed) {
    if (!(infusion instanceof Infusion.Preparing)) {
      return notPreparing();
    }
    return abandon.reason().isBlank()
        ? Outcome.refuse("reason", "Say why it is given up")
        : Outcome.accept(new PreparationAbandoned(abandon.reason(), deed.at(), deed.by()));
  }

  static Outcome start(
      Infusion infusion, InfusionCommand.Start start, Deed deed, InfusionRules rules) {
    if (!(infusion instanceof Infusion.Preparing preparing)) {
      return notPreparing();
    }
    var log = preparing.log();
    var refusals = new ArrayList<Refusal>();
    deed.impossible(lastStepAt(log), "the preparation was finished").ifPresent(refusals::add);
    if (!start.plan().equals(log.plan())) {
      refusals.add(new Refusal("", "The plan in force is another one than was prepared"));
    }
    missing(preparing, rules, deed).forEach(reason -> refusals.add(new Refusal("", reason)));
    if (start.pumpShows().compareTo(log.order().pumpRate()) != 0) {
      refusals.add(
          new Refusal(
              "rate",
              "The plan says "
                  + RateRules.words(log.order().pumpRate())
                  + ", you read "
                  + RateRules.words(start.pumpShows())
                  + ": correct it at the pump, then read it again"));
    }
    RateRules.aboveCeiling(log.order(), start.pumpShows(), rules)
        .ifPresent(reason -> refusals.add(new Refusal("rate", reason)));
    return refusals.isEmpty()
        ? Outcome.accept(new InfusionStarted(start.pumpShows(), deed.at(), deed.by()))
        : new Outcome.Refused(refusals);
  }

  private static Instant lastStepAt(InfusionLog log) {
    return log.checked().map(DrugChecked::at).orElse(log.opened().at());
  }

  private static List<Refusal> implausible(DoseCheck found, InfusionRules rules) {
    return rules.weights().contains(found.weight().kilograms())
        ? List.of()
        : List.of(
            new Refusal(
                "weight", "Weight must be " + rules.weights().words() + ": was it pounds?"));
  }

  static Outcome notPreparing() {
    return Outcome.refuse("", "This infusion is not in preparation any more");
  }
}
