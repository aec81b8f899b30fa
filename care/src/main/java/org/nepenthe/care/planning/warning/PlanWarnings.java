package org.nepenthe.care.planning.warning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Limited;
import org.nepenthe.care.decision.Limited.Hardness;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.planning.PlanRequest;
import org.nepenthe.care.planning.protocol.PlanningKnowledge;
import org.nepenthe.care.planning.protocol.Protocol;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.WeightNormalisedDose;

/// Which warnings stand against a request that a prescriber may go past, and what it takes: a coded
/// reason and own words for each.
public final class PlanWarnings {
  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  private PlanWarnings() {}

  /// One warning as it is shown.
  public record Warned(PlanWarning warning, RuleId rule, String said) {}

  /// What a prescriber answers to one warning.
  ///
  /// @param code one of the warning's coded reasons; empty where none was chosen
  public record Answered(String code, String words) {
    public static final Answered NOT = new Answered("", "");
  }

  /// What comes of the answers: the overrides, or what is missing.
  ///
  /// @param events empty where anything is missing
  public record Answer(List<PlanWarningOverridden> events, List<Fault> faults) {
    public Answer {
      events = List.copyOf(events);
      faults = List.copyOf(faults);
    }
  }

  /// What is missing for one warning, a sentence each.
  ///
  /// @param ofWords whether it is the words; else the coded reason
  public record Fault(PlanWarning warning, boolean ofWords, String message) {}

  /// The warnings against a request; a hard cap is none, for nobody goes past it.
  ///
  /// @param limited the dose against its caps, where it came that far; its soft ones warn
  public static List<Warned> standing(
      PlanRequest request,
      Optional<Limited<WeightNormalisedDose>> limited,
      PlanningKnowledge knowledge) {
    var warned = new ArrayList<Warned>();
    limited.stream()
        .flatMap(each -> each.caps().stream())
        .filter(cap -> cap.hardness() == Hardness.SOFT)
        .forEach(cap -> warned.add(new Warned(PlanWarning.SOFT_CAP, cap.rule(), cap.reason())));
    knowledge.protocols().stream()
        .filter(protocol -> protocol.id().equals(request.protocolId()))
        .filter(protocol -> otherIndication(request, protocol))
        .forEach(protocol ->
            warned.add(
                new Warned(
                    PlanWarning.OTHER_INDICATION,
                    RuleId.of(protocol.id()),
                    "The protocol does not name this patient's indication.")));
    weight(request, knowledge, warned);
    return List.copyOf(warned);
  }

  private static boolean otherIndication(PlanRequest request, Protocol protocol) {
    return request
        .facts()
        .indication()
        .filter(indication -> !protocol.indications().contains(indication))
        .isPresent();
  }

  private static void weight(
      PlanRequest request, PlanningKnowledge knowledge, List<Warned> warned) {
    var limit = knowledge.dosingWeight().amount("asks-when-changed-by");
    var now = request.weight().weight();
    request
        .facts()
        .lastWeight()
        .filter(last -> limit.isBreachedBy(changeInPercent(now, last)))
        .ifPresent(last ->
            warned.add(
                new Warned(
                    PlanWarning.WEIGHT_CHANGE,
                    PlanningKnowledge.DOSING_WEIGHT,
                    plain(now) + " kg, and " + plain(last) + " kg before.")));
  }

  private static BigDecimal changeInPercent(BodyWeight now, BodyWeight last) {
    return now.relativeChangeFrom(last).multiply(PERCENT);
  }

  private static String plain(BodyWeight weight) {
    return weight.kilograms().stripTrailingZeros().toPlainString();
  }

  /// Each warning takes one of its coded reasons and words.
  public static Answer answer(
      int infusionNumber, List<Warned> warned, Map<PlanWarning, Answered> answers, Actor by) {
    var events = new ArrayList<PlanWarningOverridden>();
    var faults = new ArrayList<Fault>();
    for (var each : warned) {
      var given = answers.getOrDefault(each.warning(), Answered.NOT);
      var reason =
          each.warning().reasons().stream()
              .filter(one -> one.code().equals(given.code()))
              .findFirst();
      if (reason.isEmpty()) {
        faults.add(new Fault(each.warning(), false, "Choose the reason: " + each.said()));
      }
      if (given.words().isBlank()) {
        faults.add(new Fault(each.warning(), true, "Say in your own words why: " + each.said()));
      }
      reason.ifPresent(chosen ->
          events.add(
              new PlanWarningOverridden(
                  infusionNumber,
                  each.warning(),
                  each.rule(),
                  each.said(),
                  chosen.words(),
                  given.words().strip(),
                  by)));
    }
    return new Answer(faults.isEmpty() ? events : List.of(), faults);
  }
}
