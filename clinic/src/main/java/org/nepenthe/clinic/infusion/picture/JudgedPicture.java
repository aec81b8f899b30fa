package org.nepenthe.clinic.infusion.picture;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nepenthe.care.alert.Advice;
import org.nepenthe.care.alert.Alert;
import org.nepenthe.care.alert.Assessment;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.InfusionRules;
import org.nepenthe.care.infusion.observation.DueObservation;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.clinic.infusion.picture.LivePicture.AdviceShown;
import org.nepenthe.clinic.infusion.picture.LivePicture.AlertShown;
import org.nepenthe.clinic.infusion.picture.LivePicture.Due;
import org.nepenthe.clinic.infusion.picture.LivePicture.Seen;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.evidence.Evidence;

/// What the limits in force say, as the picture shows it.
record JudgedPicture(
    Infusion infusion,
    InfusionRules rules,
    Optional<Assessment> assessment,
    ClinicTime time,
    Instant at) {

  List<AlertShown> alerts() {
    return assessment.map(Assessment::alerts).orElse(List.of()).stream()
        .map(JudgedPicture::shown)
        .toList();
  }

  AdviceShown advice() {
    return assessment
        .map(Assessment::advice)
        .map(JudgedPicture::shown)
        .orElse(
            new AdviceShown(
                "record-only",
                "No advice: this clinic records only",
                at,
                List.of(),
                rules.schedule().missing(infusion, at)));
  }

  Due due() {
    return rules
        .schedule()
        .due(infusion, at)
        .map(this::shown)
        .orElse(new Due("none", Optional.empty(), Optional.empty(), Optional.empty(), ""));
  }

  private Due shown(DueObservation due) {
    var words =
        switch (due.state()) {
          case LATER, SOON -> "Next observations at " + time.time(due.dueAt());
          case DUE -> "Observations are due since " + time.time(due.dueAt());
          case OVERDUE -> "Observations are overdue since " + time.time(due.dueAt());
        };
    return new Due(
        due.state().name().toLowerCase(Locale.ROOT),
        Optional.of(due.dueAt()),
        due.overdue() ? Optional.of(due.dueAt()) : Optional.empty(),
        Optional.of((int) rules.schedule().intervalFrom(infusion, at).toMinutes()),
        words);
  }

  private static AlertShown shown(Alert alert) {
    return new AlertShown(
        alert.id(),
        alert.rule().value(),
        alert.priority().words(),
        alert.priority().mark(),
        alert.technical(),
        alert.text(),
        alert.parameter().map(Parameter::id),
        alert.observed(),
        alert.observedAt(),
        alert.since(),
        alert.active(),
        alert.acknowledged().map(seen -> new Seen(seen.by().name(), seen.at())),
        alert.step().name().toLowerCase(Locale.ROOT),
        basis(alert.evidence()),
        "/knowledge/" + alert.rule().value());
  }

  private static AdviceShown shown(Advice advice) {
    return switch (advice) {
      case Advice.NoLimitBreached(var asOf, var missing) ->
          new AdviceShown(
              "no-limit-breached",
              missing.isEmpty()
                  ? "No limit breached"
                  : "No limit breached by what is known; " + missing.size() + " not known",
              asOf,
              List.of(),
              missing);
      case Advice.Watch(var asOf, var reasons, var missing) ->
          shown("watch", "Watch", asOf, reasons, missing);
      case Advice.Hold(var asOf, var reasons, var missing) ->
          shown("hold", "Hold the infusion at the pump", asOf, reasons, missing);
      case Advice.Stop(var asOf, var reasons, var missing) ->
          shown("stop", "STOP at the pump", asOf, reasons, missing);
      case Advice.MonitoringUnavailable(var asOf, var because) ->
          new AdviceShown(
              "unavailable",
              "MONITORING UNAVAILABLE: go by the bedside monitor (" + because + ")",
              asOf,
              List.of(),
              List.of());
    };
  }

  private static AdviceShown shown(
      String kind, String verb, Instant asOf, List<RuleId> reasons, List<String> missing) {
    return new AdviceShown(
        kind,
        verb + ": " + reasons.size() + (reasons.size() == 1 ? " reason" : " reasons"),
        asOf,
        reasons.stream().map(RuleId::value).toList(),
        missing);
  }

  private static String basis(List<Evidence> evidence) {
    return String.join(
        " ",
        evidence.stream()
            .map(each ->
                each.citation().text()
                    + " "
                    + each.says()
                    + " Certainty "
                    + each.certainty().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + "; "
                    + each.read().plainWords()
                    + each.deviation().map(deviation -> "; " + deviation).orElse("")
                    + ".")
            .toList());
  }
}
