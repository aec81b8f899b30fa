package org.nepenthe.clinic.infusion.sheet;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nepenthe.care.alert.Alert;
import org.nepenthe.care.alert.AlertRules;
import org.nepenthe.care.alert.Monitoring;
import org.nepenthe.care.decision.InfusionId;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.InfusionEvent;
import org.nepenthe.care.infusion.InfusionRules;
import org.nepenthe.care.infusion.LogEntry;
import org.nepenthe.clinic.infusion.picture.MonitoringMode;
import org.nepenthe.clinic.patient.PatientBanners;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.record.EventRecord;
import org.nepenthe.clinic.record.StreamId;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// The record of one infusion on paper.
@Controller
final class SheetPages {
  private final EventRecord record;
  private final KnowledgeBase knowledge;
  private final MonitoringMode mode;
  private final PatientBanners banners;
  private final InstantSource clock;
  private final ClinicTime time;

  SheetPages(
      EventRecord record,
      KnowledgeBase knowledge,
      MonitoringMode mode,
      PatientBanners banners,
      InstantSource clock,
      ClinicTime time) {
    this.record = record;
    this.knowledge = knowledge;
    this.mode = mode;
    this.banners = banners;
    this.clock = clock;
    this.time = time;
  }

  @GetMapping("/infusions/{id}/record")
  String show(@PathVariable UUID id, Model model) {
    var recorded = record.read(StreamId.of(new InfusionId(id)));
    if (recorded.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    var infusion =
        Infusion.replay(
            recorded.stream()
                .map(event ->
                    new LogEntry(
                        event.version(), event.recordedAt(), (InfusionEvent) event.event()))
                .toList());
    var end = end(infusion);
    model.addAttribute("patient", banners.of(infusion.log().opened().patient()));
    model.addAttribute(
        "sheet",
        SheetView.of(
            infusion, recorded, alerts(infusion, end), SheetChart.of(infusion, end, time), end));
    return "sheet/sheet";
  }

  /// Empty where no limits are watched here.
  private Optional<List<Alert>> alerts(Infusion infusion, Instant end) {
    if (mode == MonitoringMode.RECORD_ONLY) {
      return Optional.empty();
    }
    var day = time.dayOf(infusion.log().opened().at());
    var monitoring =
        new Monitoring(AlertRules.of(knowledge, day), InfusionRules.of(knowledge, day).schedule());
    return Optional.of(SheetAlerts.of(infusion, monitoring, end));
  }

  /// The last moment that is on paper: the discharge, else the newest event that happened, or now
  /// while the pump may run.
  private Instant end(Infusion infusion) {
    return switch (infusion) {
      case Infusion.Discharged(_, var since) -> since;
      case Infusion.Abandoned(_, var since) -> since;
      case Infusion.Recovering(var log, var since) ->
          log.entries().stream()
              .map(entry -> entry.event().at())
              .filter(at -> !at.isAfter(clock.instant()))
              .max(Comparator.naturalOrder())
              .filter(since::isBefore)
              .orElse(since);
      case Infusion.Preparing _, Infusion.Infusing _, Infusion.Held _, Infusion.Unconfirmed _ ->
          clock.instant();
    };
  }
}
