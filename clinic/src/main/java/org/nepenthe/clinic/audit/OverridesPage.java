package org.nepenthe.clinic.audit;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.clinic.audit.OverridesView.Advised;
import org.nepenthe.clinic.audit.OverridesView.Listed;
import org.nepenthe.clinic.audit.OverridesView.Period;
import org.nepenthe.clinic.audit.OverridesView.Published;
import org.nepenthe.clinic.audit.OverridesView.Row;
import org.nepenthe.clinic.overriding.AlertsSeen;
import org.nepenthe.clinic.overriding.AlertsSeen.Seen;
import org.nepenthe.clinic.overriding.Overridden;
import org.nepenthe.clinic.overriding.WarningCounts;
import org.nepenthe.clinic.patient.PatientNames;
import org.nepenthe.clinic.patient.PatientNames.Named;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.security.AccessRules;
import org.nepenthe.clinic.security.CurrentActor;
import org.nepenthe.knowledge.Entry;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// How often warnings are gone past, how fast and why.
@Controller
final class OverridesPage {
  private static final int LISTED = 100;
  private static final List<String> ENDS_THE_FLOW = List.of("hold", "stop");

  private final WarningCounts counts;
  private final AlertsSeen alerts;
  private final PatientNames names;
  private final KnowledgeBase knowledge;
  private final CurrentActor actor;
  private final InstantSource clock;
  private final ClinicTime time;

  OverridesPage(
      WarningCounts counts,
      AlertsSeen alerts,
      PatientNames names,
      KnowledgeBase knowledge,
      CurrentActor actor,
      InstantSource clock,
      ClinicTime time) {
    this.counts = counts;
    this.alerts = alerts;
    this.names = names;
    this.knowledge = knowledge;
    this.actor = actor;
    this.clock = clock;
    this.time = time;
  }

  /// @param back `30`, `90` or `all`; anything else is 30
  @GetMapping("/overrides")
  String show(@RequestParam(name = "back", defaultValue = "30") String back, Model model) {
    var period = Period.of(back);
    var now = clock.instant();
    var from = period.back().map(now::minus).orElse(Instant.EPOCH);
    var today = time.dayOf(now);
    var published = Published.of(knowledge.entry("OVR-REFLEX").on(today).orElseThrow());
    var steps = steps(today);
    var seen = alerts.of(List.copyOf(steps.keySet()), from);
    var newest = counts.newest(from, LISTED + 1);
    boolean mayName = AccessRules.allows(actor.get().role(), "GET", "/patients/x");
    var named = mayName ? named(newest, seen) : Map.<PatientId, Named>of();
    var reasons = counts.reasons(from);
    model.addAttribute(
        "view",
        new OverridesView(
            period,
            published,
            counts.lines(from, published.within().duration()).stream()
                .map(line ->
                    new Row(
                        line,
                        title(line.rule()),
                        reasons.stream()
                            .filter(each ->
                                each.kind() == line.kind() && each.rule().equals(line.rule()))
                            .toList()))
                .toList(),
            seen.stream()
                .map(each ->
                    new Advised(
                        each,
                        title(each.rule()),
                        steps.getOrDefault(each.rule(), ""),
                        name(each.patient(), named)))
                .toList(),
            newest.stream()
                .limit(LISTED)
                .map(each -> new Listed(each, title(each.rule()), name(each.patient(), named)))
                .toList(),
            mayName,
            newest.size() > LISTED));
    return "audit/overrides";
  }

  /// The rules whose alerts advise to hold or to stop, with the step.
  private Map<String, String> steps(LocalDate day) {
    var steps = new HashMap<String, String>();
    for (var entry : knowledge.ofKind("vital-limit")) {
      entry
          .on(day)
          .map(values -> values.choice("step"))
          .filter(ENDS_THE_FLOW::contains)
          .ifPresent(step -> steps.put(entry.id(), step));
    }
    return steps;
  }

  private Map<PatientId, Named> named(List<Overridden> overridden, List<Seen> seen) {
    return names.of(
        Stream.concat(
                overridden.stream().map(Overridden::patient), seen.stream().map(Seen::patient))
            .distinct()
            .toList());
  }

  private static Optional<String> name(PatientId patient, Map<PatientId, Named> named) {
    return Optional.ofNullable(named.get(patient)).map(Named::name);
  }

  private String title(String rule) {
    return knowledge.find(rule).map(Entry::title).orElse("a rule of an earlier version");
  }
}
