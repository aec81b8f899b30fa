package org.nepenthe.care.infusion.recovery;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.Reading;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.InfusionEvent.AdverseEventRecorded;
import org.nepenthe.care.infusion.InfusionEvent.RecoveryScored;
import org.nepenthe.care.infusion.InfusionLog;
import org.nepenthe.care.infusion.ObservationSet;
import org.nepenthe.care.infusion.observation.Parameter;

/// The gate to going home. It opens when nothing is missing; nobody can open it otherwise.
public final class DischargeGate {
  private final RecoveryKnowledge knowledge;
  private final Instant at;
  private final List<Missing> missing = new ArrayList<>();

  private DischargeGate(RecoveryKnowledge knowledge, Instant at) {
    this.knowledge = knowledge;
    this.at = at;
  }

  /// Exactly what is missing, in the order in which it stands on the page; empty where the patient
  /// may leave.
  public static List<Missing> missing(Infusion infusion, RecoveryKnowledge knowledge, Instant at) {
    var gate = new DischargeGate(knowledge, at);
    switch (infusion) {
      case Infusion.Recovering(var log, var since) -> gate.recovering(log, since);
      case Infusion.Preparing(var log) -> gate.pumpNotOff(log, "The infusion has not been given");
      case Infusion.Infusing(var log, _, _) -> gate.pumpNotOff(log, "The infusion runs: stop it");
      case Infusion.Held(var log, _, _) -> gate.pumpNotOff(log, "The infusion is held: stop it");
      case Infusion.Unconfirmed(var log, _) ->
          gate.pumpNotOff(log, "Nobody has said what the pump does: confirm its state");
      case Infusion.Abandoned(var log, _) -> gate.pumpNotOff(log, "The preparation was given up");
      case Infusion.Discharged _ -> {}
    }
    return List.copyOf(gate.missing);
  }

  private void recovering(InfusionLog log, Instant since) {
    observed(since);
    findings(log, since);
  }

  /// Nothing found so far counts for recovery, so everything is missing with the pump.
  private void pumpNotOff(InfusionLog log, String words) {
    add(Missing.Item.PUMP_OFF, words + ".");
    add(Missing.Item.OBSERVATION_TIME, "Counts from when the pump is off.");
    findings(log, at.plusNanos(1));
  }

  private void findings(InfusionLog log, Instant since) {
    var facts = RecoveryFacts.of(log, since);
    score(facts.score());
    orientation(facts);
    vitals(log.observations(), since);
    adverseEvents(facts);
    if (facts.escort().isEmpty()) {
      add(Missing.Item.ESCORT, "Name the adult who takes the patient home.");
    }
    if (facts.advice().isEmpty()) {
      add(Missing.Item.DRIVING_ADVICE, "Tell the patient not to drive, and until when.");
    } else if (!facts.advice().get().understood()) {
      add(Missing.Item.DRIVING_ADVICE, "The patient has not said it back: explain it again.");
    }
  }

  private void observed(Instant since) {
    var passed = Duration.between(since, at);
    var passedMinutes = BigDecimal.valueOf(passed.toSeconds() / 60);
    if (knowledge.observeAtLeast().isBreachedBy(passedMinutes)) {
      long left = knowledge.observeAtLeast().duration().minus(passed).toSeconds();
      add(
          Missing.Item.OBSERVATION_TIME,
          "Watch the patient for another %d min.".formatted(Math.ceilDiv(left, 60)));
    }
  }

  private void score(Optional<RecoveryScored> score) {
    if (score.isEmpty()) {
      add(Missing.Item.SCORE, "Score the recovery.");
      return;
    }
    var scale = knowledge.scale(score.get().scale());
    if (scale.isEmpty() || !scale.get().complete(score.get().points())) {
      add(Missing.Item.SCORE, "The score does not fit a scale in force: score again.");
      return;
    }
    int total = RecoveryScale.total(score.get().points());
    if (scale.get().enough().isBreachedBy(BigDecimal.valueOf(total))) {
      add(
          Missing.Item.SCORE,
          "%s is %d, which is %s: score again when the patient is better."
              .formatted(scale.get().title(), total, scale.get().enough().words()));
    } else if (old(score.get().at(), knowledge.scoreCounts())) {
      add(Missing.Item.SCORE, "The score is " + age(score.get().at()) + ": score again.");
    }
  }

  private void orientation(RecoveryFacts facts) {
    var checked = facts.orientation();
    if (checked.isEmpty()) {
      add(Missing.Item.ORIENTATION, "Ask the questions of orientation.");
      return;
    }
    var wrong =
        knowledge.orientation().stream()
            .filter(question -> !checked.get().answeredRight().getOrDefault(question.key(), false))
            .map(RecoveryKnowledge.Question::asks)
            .toList();
    if (!wrong.isEmpty()) {
      add(Missing.Item.ORIENTATION, "Not yet: " + String.join("; ", wrong) + ".");
    } else if (old(checked.get().at(), knowledge.orientationCounts())) {
      add(Missing.Item.ORIENTATION, "Asked " + age(checked.get().at()) + ": ask again.");
    }
  }

  /// Vital signs count where they were observed after the pump was off, are recent, and lie within
  /// the bounds. The newest look counts, even where it gave no value.
  private void vitals(List<ObservationSet> sets, Instant since) {
    var wrong = new ArrayList<String>();
    for (var parameter : knowledge.lookAt()) {
      reading(sets, parameter, since)
          .ifPresentOrElse(
              reading -> judge(parameter, reading).ifPresent(wrong::add),
              () -> wrong.add(parameter.label() + ": not observed since the pump is off"));
    }
    if (!wrong.isEmpty()) {
      add(Missing.Item.VITALS, String.join("; ", wrong) + ".");
    }
  }

  private static Optional<ObservationSet> reading(
      List<ObservationSet> sets, Parameter parameter, Instant since) {
    return sets.stream()
        .filter(set -> !set.at().isBefore(since) && set.lookedAt(parameter))
        .reduce((_, later) -> later);
  }

  private Optional<String> judge(Parameter parameter, ObservationSet set) {
    var value = set.value(parameter);
    if (value.isEmpty()) {
      return Optional.of(parameter.label() + ": no value at the newest look");
    }
    if (old(set.at(), knowledge.vitalsCount())) {
      return Optional.of(parameter.label() + ": " + age(set.at()));
    }
    return knowledge.bounds().stream()
        .filter(bound -> bound.parameter() == parameter)
        .filter(bound -> bound.limit().isBreachedBy(value.get()))
        .findFirst()
        .map(bound ->
            "%s %s is %s"
                .formatted(
                    parameter.label(),
                    value.get().stripTrailingZeros().toPlainString(),
                    bound.limit().words()));
  }

  private void adverseEvents(RecoveryFacts facts) {
    var open =
        facts.open().stream()
            .map(entry -> ((AdverseEventRecorded) entry.event()).event().kind().words())
            .toList();
    if (!open.isEmpty()) {
      add(Missing.Item.ADVERSE_EVENTS, "Say what became of: " + String.join(", ", open) + ".");
    }
  }

  private boolean old(Instant observedAt, Duration counts) {
    return Reading.of(observedAt, observedAt, at, counts) instanceof Reading.Stale<?>;
  }

  private String age(Instant observedAt) {
    var age = Duration.between(observedAt, at);
    return age.isNegative() ? "dated in the future" : age.toMinutes() + " min old";
  }

  private void add(Missing.Item item, String words) {
    missing.add(new Missing(item, words));
  }
}
