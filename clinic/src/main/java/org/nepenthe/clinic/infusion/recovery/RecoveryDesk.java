package org.nepenthe.clinic.infusion.recovery;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.InfusionId;
import org.nepenthe.care.infusion.Deed;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.InfusionEvent;
import org.nepenthe.care.infusion.InfusionRules;
import org.nepenthe.care.infusion.LogEntry;
import org.nepenthe.care.infusion.Outcome;
import org.nepenthe.care.infusion.Refusal;
import org.nepenthe.care.infusion.recovery.RecoveryKnowledge;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.web.ChangedMeanwhile;
import org.nepenthe.clinic.record.Append;
import org.nepenthe.clinic.record.CommandKey;
import org.nepenthe.clinic.record.EventRecord;
import org.nepenthe.clinic.record.Happening;
import org.nepenthe.clinic.record.RecordedEvent;
import org.nepenthe.clinic.record.StreamConflict;
import org.nepenthe.clinic.record.StreamId;
import org.nepenthe.clinic.security.CurrentActor;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/// Puts on record what is found and done on the patient's way home. Each finding is judged on the
/// newest state, so that two people at one chair do not stand in each other's way.
@Service
class RecoveryDesk {
  private static final int ATTEMPTS = 8;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");

  private final EventRecord record;
  private final KnowledgeBase knowledge;
  private final CurrentActor actor;
  private final InstantSource clock;
  private final ClinicTime time;

  RecoveryDesk(
      EventRecord record,
      KnowledgeBase knowledge,
      CurrentActor actor,
      InstantSource clock,
      ClinicTime time) {
    this.record = record;
    this.knowledge = knowledge;
    this.actor = actor;
    this.clock = clock;
    this.time = time;
  }

  /// An infusion, or the answer 404.
  Infusion find(UUID id) {
    var entries =
        recorded(id).stream()
            .map(event ->
                new LogEntry(event.version(), event.recordedAt(), (InfusionEvent) event.event()))
            .toList();
    if (entries.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return Infusion.replay(entries);
  }

  List<RecordedEvent> recorded(UUID id) {
    return record.read(StreamId.of(new InfusionId(id)));
  }

  RecoveryKnowledge knowledge() {
    return RecoveryKnowledge.of(knowledge, time.dayOf(now()));
  }

  InfusionRules rules() {
    return InfusionRules.of(knowledge, time.dayOf(now()));
  }

  Instant now() {
    return clock.instant();
  }

  Actor actor() {
    return actor.get();
  }

  /// Decides and records; puts the reasons why not into the form.
  ///
  /// @throws ChangedMeanwhile where the form is about another patient
  void record(UUID id, Form form, BiFunction<Infusion, Deed, Outcome> decide) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        attempt(id, form, decide);
        return;
      } catch (StreamConflict conflict) {
        if (attempt == ATTEMPTS - 1) {
          throw conflict;
        }
      }
    }
  }

  private void attempt(UUID id, Form form, BiFunction<Infusion, Deed, Outcome> decide) {
    var infusion = find(id);
    var opened = infusion.log().opened();
    if (!opened.patient().toString().equals(form.value("patientId"))) {
      throw new ChangedMeanwhile(
          "This form",
          "It was made for another patient than the one this infusion belongs to.",
          "/infusions/" + id + "/recovery");
    }
    var key = new CommandKey(form.key().toString());
    if (record.versionAfter(key).isPresent()) {
      return;
    }
    var now = now();
    switch (decide.apply(infusion, new Deed(actor(), happenedAt(form, now), now))) {
      case Outcome.Refused(var refusals) -> {
        // the same form sent twice at one moment: the state judged may hold the first one already
        if (record.versionAfter(key).isEmpty()) {
          refusals.forEach(refusal -> refuse(form, refusal));
        }
      }
      case Outcome.Accepted(var events) -> {
        if (!form.refused()) {
          record.append(
              new Append(
                  StreamId.of(opened.infusion()),
                  opened.patient(),
                  infusion.log().version(),
                  key,
                  actor(),
                  "browser",
                  events.stream().map(event -> new Happening(event, event.at())).toList()));
        }
      }
    }
  }

  private static void refuse(Form form, Refusal refusal) {
    form.refuse(
        refusal.field().isEmpty() ? "form" : refusal.field(), refusal.message() + ended(refusal));
  }

  private static String ended(Refusal refusal) {
    return refusal.message().endsWith(".") ? "" : ".";
  }

  /// The clock time in the field `at`: the latest such time that is not in the future; now where it
  /// is empty.
  private Instant happenedAt(Form form, Instant now) {
    var typed = form.value("at").strip();
    if (typed.isEmpty()) {
      return now;
    }
    try {
      var today = time.dayOf(now).atTime(LocalTime.parse(typed, CLOCK)).atZone(time.zone());
      return today.toInstant().isAfter(now) ? today.minusDays(1).toInstant() : today.toInstant();
    } catch (DateTimeParseException _) {
      form.refuse("at", "Write the time as 14:05.");
      return now;
    }
  }
}
