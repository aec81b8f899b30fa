package org.nepenthe.clinic.overriding;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.Limited.Hardness;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.infusion.InfusionEvent.TakenAsked;
import org.nepenthe.care.infusion.InfusionEvent.TakenOverridden;
import org.nepenthe.care.infusion.SinceYesterday;
import org.nepenthe.care.planning.PlanApproved;
import org.nepenthe.care.planning.PlanProposed;
import org.nepenthe.care.planning.warning.PlanWarning;
import org.nepenthe.care.planning.warning.PlanWarningOverridden;
import org.nepenthe.care.screening.ContraindicationOverridden;
import org.nepenthe.care.screening.Eligibility.Contraindication;
import org.nepenthe.care.screening.Eligibility.Degree;
import org.nepenthe.care.screening.Eligibility.NotEligible;
import org.nepenthe.care.screening.Screened;
import org.nepenthe.clinic.record.Projection;
import org.nepenthe.clinic.record.RecordedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// The warnings of screening, of planning and before a start that somebody may go past, and those
/// that somebody did: derived from the streams of courses and infusions.
@Service
public class Overrides implements Projection {
  private final JdbcClient jdbc;

  Overrides(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Every override about a patient that was ever signed, the newest first.
  public List<Overridden> of(PatientId patient) {
    return jdbc.sql(
            Overridden.COLUMNS
                + " where w.patient_id = ? and w.overridden_at is not null"
                + " order by w.overridden_at desc, w.stream, w.rule")
        .param(patient.value())
        .query(Overridden::from)
        .list();
  }

  @Override
  public void apply(RecordedEvent recorded) {
    switch (recorded.event()) {
      case Screened(var decision, _) when decision.outcome() instanceof NotEligible not ->
          not.contraindications().stream()
              .filter(each -> each.degree() == Degree.RELATIVE)
              .forEach(each -> warned(recorded, each));
      case ContraindicationOverridden overridden -> overridden(recorded, overridden);
      case PlanProposed(var plan) when plan.softCapReason().isPresent() ->
          plan.requested().caps().stream()
              .filter(cap -> cap.hardness() == Hardness.SOFT)
              .forEach(cap ->
                  insert(
                      recorded,
                      Kind.SOFT_CAP,
                      cap.rule().value(),
                      new Answer(cap.reason(), plan.softCapReason().orElseThrow().words(), "")));
      case PlanWarningOverridden overridden -> overridden(recorded, overridden);
      case TakenAsked asked when !SinceYesterday.open(asked).isEmpty() -> asked(recorded, asked);
      case TakenOverridden overridden -> overridden(recorded, overridden);
      case PlanApproved(_, var second, _) ->
          second.ifPresent(
              signature -> signed(recorded, signature.signer().name(), signature.signedAt()));
      default -> {}
    }
  }

  @Override
  public void clear() {
    jdbc.sql("delete from override_warning").update();
  }

  private record Answer(String said, String reason, String words) {}

  /// The same fact in a later decision is the same warning.
  private void warned(RecordedEvent recorded, Contraindication contraindication) {
    jdbc.sql(
            """
            insert into override_warning values
              (?, ?, ?, ?, ?, ?, ?, null, '', ?, '', '', '', '', '', null)
            on conflict do nothing
            """)
        .param(recorded.stream().value())
        .param(Kind.CONTRAINDICATION.name())
        .param(contraindication.rule().value())
        .param(subject(contraindication.observedAt()))
        .param(recorded.version())
        .param(recorded.patient().value())
        .param(at(recorded))
        .param(contraindication.title() + ": " + contraindication.observed())
        .update();
  }

  private void overridden(RecordedEvent recorded, ContraindicationOverridden overridden) {
    jdbc.sql(
            """
            insert into override_warning values
              (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', null)
            on conflict (stream, kind, rule, subject) do update set
              entry = excluded.entry, overridden_at = excluded.overridden_at,
              command_key = excluded.command_key, said = excluded.said, reason = excluded.reason,
              words = excluded.words, by_name = excluded.by_name, by_role = excluded.by_role
            """)
        .param(recorded.stream().value())
        .param(Kind.CONTRAINDICATION.name())
        .param(overridden.rule().value())
        .param(subject(overridden.observedAt()))
        .param(recorded.version())
        .param(recorded.patient().value())
        .param(at(recorded))
        .param(at(recorded))
        .param(recorded.commandKey())
        .param(overridden.title() + ": " + overridden.observed())
        .param(overridden.reason().words())
        .param(overridden.signature().reason())
        .param(overridden.signature().signer().name())
        .param(overridden.signature().signer().role().words())
        .update();
  }

  private void asked(RecordedEvent recorded, TakenAsked asked) {
    jdbc.sql(
            """
            insert into override_warning values
              (?, ?, ?, ?, ?, ?, ?, null, '', ?, '', '', '', '', '', null)
            on conflict do nothing
            """)
        .param(recorded.stream().value())
        .param(Kind.TAKEN.name())
        .param(SinceYesterday.RULE.value())
        .param(Long.toString(recorded.version()))
        .param(recorded.version())
        .param(recorded.patient().value())
        .param(at(recorded))
        .param(SinceYesterday.words(SinceYesterday.open(asked)))
        .update();
  }

  /// What was asked last is what a physician decided on.
  private void overridden(RecordedEvent recorded, TakenOverridden overridden) {
    jdbc.sql(
            """
            update override_warning set overridden_at = ?, command_key = ?, reason = ?, words = ?,
              by_name = ?, by_role = ?
            where stream = ? and kind = ? and entry =
              (select max(entry) from override_warning where stream = ? and kind = ?)
            """)
        .param(at(recorded))
        .param(recorded.commandKey())
        .param(overridden.reason().words())
        .param(overridden.signature().reason())
        .param(overridden.signature().signer().name())
        .param(overridden.signature().signer().role().words())
        .param(recorded.stream().value())
        .param(Kind.TAKEN.name())
        .param(recorded.stream().value())
        .param(Kind.TAKEN.name())
        .update();
  }

  /// A soft cap stands there already, from the plan of the same form; its words come with this.
  private void overridden(RecordedEvent recorded, PlanWarningOverridden overridden) {
    if (overridden.warning() == PlanWarning.SOFT_CAP) {
      jdbc.sql(
              """
              update override_warning set words = ?
              where stream = ? and kind = ? and rule = ? and command_key = ?
              """)
          .param(overridden.words())
          .param(recorded.stream().value())
          .param(Kind.SOFT_CAP.name())
          .param(overridden.rule().value())
          .param(recorded.commandKey())
          .update();
    } else {
      insert(
          recorded,
          Kind.valueOf(overridden.warning().name()),
          overridden.rule().value(),
          new Answer(overridden.said(), overridden.reason(), overridden.words()));
    }
  }

  private void insert(RecordedEvent recorded, Kind kind, String rule, Answer answer) {
    jdbc.sql(
            """
            insert into override_warning values
              (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', null)
            on conflict do nothing
            """)
        .param(recorded.stream().value())
        .param(kind.name())
        .param(rule)
        .param(Long.toString(recorded.version()))
        .param(recorded.version())
        .param(recorded.patient().value())
        .param(at(recorded))
        .param(at(recorded))
        .param(recorded.commandKey())
        .param(answer.said())
        .param(answer.reason())
        .param(answer.words())
        .param(recorded.actor().name())
        .param(recorded.actor().role().words())
        .update();
  }

  /// The second clinician signs the plan that was made last.
  private void signed(RecordedEvent recorded, String name, Instant at) {
    jdbc.sql(
            """
            update override_warning set second_name = ?, second_at = ?
            where stream = ? and kind = ? and entry =
              (select max(entry) from override_warning where stream = ? and kind = ?)
            """)
        .param(name)
        .param(at.atOffset(ZoneOffset.UTC))
        .param(recorded.stream().value())
        .param(Kind.SOFT_CAP.name())
        .param(recorded.stream().value())
        .param(Kind.SOFT_CAP.name())
        .update();
  }

  private static OffsetDateTime at(RecordedEvent recorded) {
    return recorded.recordedAt().atOffset(ZoneOffset.UTC);
  }

  private static String subject(Optional<Instant> observedAt) {
    return observedAt.map(Instant::toString).orElse("");
  }
}
