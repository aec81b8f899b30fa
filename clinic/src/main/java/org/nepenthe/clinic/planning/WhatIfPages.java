package org.nepenthe.clinic.planning;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nepenthe.care.alert.LimitReplay;
import org.nepenthe.care.decision.InfusionId;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.InfusionEvent;
import org.nepenthe.care.infusion.LogEntry;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.care.planning.protocol.PlanningKnowledge;
import org.nepenthe.care.planning.protocol.Protocol;
import org.nepenthe.care.planning.protocol.ProtocolCaps;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.form.NumberField;
import org.nepenthe.clinic.record.EventRecord;
import org.nepenthe.clinic.record.StreamId;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.pharmacology.Ensemble;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// Looking before deciding: a protocol on a virtual population, a changed limit on the infusions of
/// the past. Nothing is stored and nothing is changed.
@Controller
final class WhatIfPages {
  private static final String TEMPLATE = "planning/what-if";

  /// The newest so many are replayed.
  private static final int INFUSIONS = 500;

  private final KnowledgeBase knowledge;
  private final Courses courses;
  private final EventRecord record;
  private final JdbcClient jdbc;
  private final Ensemble ensemble;
  private final ClinicTime time;

  WhatIfPages(
      KnowledgeBase knowledge,
      Courses courses,
      EventRecord record,
      JdbcClient jdbc,
      Ensemble ensemble,
      ClinicTime time) {
    this.knowledge = knowledge;
    this.courses = courses;
    this.record = record;
    this.jdbc = jdbc;
    this.ensemble = ensemble;
    this.time = time;
  }

  @GetMapping("/what-if")
  String show(Model model) {
    return page(Form.blank(), List.of(), List.of(), Optional.empty(), List.of(), model);
  }

  /// A protocol, or a dose of it, on people nobody has met.
  @PostMapping("/what-if/protocol")
  String protocol(Form form, Model model, HttpServletResponse response) {
    var found = Protocol.find(knowledge, form.value("protocol"), day());
    if (found.isEmpty()) {
      form.refuse("protocol", "Choose a protocol.");
    }
    var dose = form.optionalNumber("dose", NumberField.of("dose", "mg/kg").above("0"));
    var minutes =
        form.optionalNumber("minutes", NumberField.of("duration", "min").above("0").whole());
    var lower = form.optionalNumber("lower", NumberField.of("lower end", "ng/mL"));
    var upper = form.optionalNumber("upper", NumberField.of("upper end", "ng/mL").above("0"));
    if (lower.isPresent() != upper.isPresent()) {
      form.refuse("upper", "A band has both ends.");
    } else if (lower.isPresent() && lower.get().compareTo(upper.get()) >= 0) {
      form.refuse("upper", "The upper end lies above the lower one.");
    }
    if (form.refused()) {
      response.setStatus(422);
      return page(form, List.of(), List.of(), Optional.empty(), List.of(), model);
    }
    var protocol = found.orElseThrow();
    var asked = dose.orElse(protocol.highest().milligramsPerKilogram());
    var length = minutes.orElse(protocol.offeredMinutes());
    var previews =
        PopulationPreview.of(
            protocol,
            asked,
            length,
            lower.map(least -> new PopulationPreview.Band(least, upper.orElseThrow())));
    var typical = PopulationPreview.typical(ensemble, protocol, asked, length);
    return page(
        form, previews, typical, Optional.empty(), ProtocolCaps.faults(protocol, known()), model);
  }

  /// Another number for one limit, on what was recorded.
  @PostMapping("/what-if/limit")
  String limit(Form form, Model model, HttpServletResponse response) {
    var chosen = limits().get(form.value("limit"));
    var changed = form.number("changed", NumberField.of("limit", ""));
    if (chosen == null) {
      form.refuse("limit", "Choose a limit.");
    }
    if (form.refused()) {
      response.setStatus(422);
      return page(form, List.of(), List.of(), Optional.empty(), List.of(), model);
    }
    var parts = form.value("limit").split("/", 2);
    var replay =
        LimitReplay.of(
            knowledge,
            day(),
            RuleId.of(parts[0]),
            Parameter.of(parts[1]).orElseThrow(),
            changed.orElseThrow(),
            infusions());
    return page(form, List.of(), List.of(), replay, List.of(), model);
  }

  private List<Infusion> infusions() {
    var ids =
        jdbc.sql("select infusion_id from infusion_projection order by opened_at desc limit ?")
            .param(INFUSIONS)
            .query((row, _) -> new InfusionId(row.getObject("infusion_id", UUID.class)))
            .list();
    var infusions = new ArrayList<Infusion>();
    for (var id : ids) {
      infusions.add(
          Infusion.replay(
              record.read(StreamId.of(id)).stream()
                  .map(event ->
                      new LogEntry(
                          event.version(), event.recordedAt(), (InfusionEvent) event.event()))
                  .toList()));
    }
    return infusions;
  }

  private String page(
      Form form,
      List<PopulationPreview> previews,
      List<PopulationPreview.Typical> typical,
      Optional<LimitReplay> replay,
      List<String> outside,
      Model model) {
    model.addAttribute("form", form);
    model.addAttribute("protocols", protocols());
    model.addAttribute("limits", limits());
    model.addAttribute("previews", previews);
    model.addAttribute("typical", typical);
    model.addAttribute("outside", outside);
    model.addAttribute("replay", replay);
    return TEMPLATE;
  }

  private Map<String, String> protocols() {
    var options = new LinkedHashMap<String, String>();
    known().protocols().forEach(protocol -> options.put(protocol.id(), protocol.title()));
    return options;
  }

  /// Every limit of the infusion, one bound each, as the knowledge states it; those below zero are
  /// steps of a scale and no numbers that can be typed here.
  private Map<String, String> limits() {
    var options = new LinkedHashMap<String, String>();
    for (var entry : knowledge.ofKind("vital-limit")) {
      entry
          .on(day())
          .ifPresent(values -> {
            for (var bound : values.groups("any-of")) {
              var parameter = bound.choice("parameter");
              if (bound.setting("limit").value().signum() < 0) {
                continue;
              }
              options.put(
                  entry.id() + "/" + parameter,
                  entry.id() + " " + parameter + ": " + bound.setting("limit").words());
            }
          });
    }
    return options;
  }

  private PlanningKnowledge known() {
    return new PlanningKnowledge(knowledge, day());
  }

  private java.time.LocalDate day() {
    return time.dayOf(courses.now());
  }
}
