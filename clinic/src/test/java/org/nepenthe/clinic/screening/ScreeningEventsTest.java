package org.nepenthe.clinic.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nepenthe.care.chart.Chart;
import org.nepenthe.care.chart.Concepts;
import org.nepenthe.care.chart.Identity;
import org.nepenthe.care.chart.Provenance;
import org.nepenthe.care.consent.ConsentForm;
import org.nepenthe.care.consent.ConsentSigned;
import org.nepenthe.care.consent.ConsentWithdrawn;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.care.referral.CoTherapy;
import org.nepenthe.care.referral.FailedTherapy;
import org.nepenthe.care.referral.PainDiagnosis;
import org.nepenthe.care.referral.Referral;
import org.nepenthe.care.referral.ReferralAmended;
import org.nepenthe.care.referral.Referred;
import org.nepenthe.care.referral.Referrer;
import org.nepenthe.care.referral.TherapyKind;
import org.nepenthe.care.referral.WhyStopped;
import org.nepenthe.care.screening.ContraindicationOverridden;
import org.nepenthe.care.screening.OverrideReason;
import org.nepenthe.care.screening.Screened;
import org.nepenthe.care.screening.Screening;
import org.nepenthe.care.screening.facts.ScreeningFacts;
import org.nepenthe.care.screening.interview.Answer;
import org.nepenthe.care.screening.interview.Interview;
import org.nepenthe.care.screening.interview.InterviewAnswered;
import org.nepenthe.care.screening.rules.Restriction;
import org.nepenthe.clinic.record.EventJson;
import org.nepenthe.knowledge.KnowledgeBase;

/// What the record stores of referral, screening and consent is read back as it was.
class ScreeningEventsTest {
  private static final Instant AT = Instant.parse("2026-05-10T09:00:00Z");
  private static final Actor BY = new Actor("u1", "Dr Ada", Role.PHYSICIAN);
  private static final Referral REFERRAL =
      new Referral(
          new Referrer("Dr Cara", "Practice", ""),
          PainDiagnosis.FIBROMYALGIA,
          "aches",
          18,
          List.of(
              new FailedTherapy(
                  TherapyKind.OPIOID, "tramadol", "3 months", WhyStopped.ADVERSE_EFFECTS)),
          List.of(new CoTherapy(TherapyKind.PHYSIOTHERAPY, "pool")),
          AT,
          BY);

  @ParameterizedTest
  @MethodSource("events")
  void anEventIsReadBackAsItWasWritten(CareEvent event) {
    var json = new EventJson(List.of());
    var type = EventJson.typeOf(event.getClass());
    assertThat(json.read(type, json.currentVersion(type), json.write(event))).isEqualTo(event);
  }

  static Stream<CareEvent> events() {
    var knowledge = KnowledgeBase.shipped();
    var form = ConsentForm.offLabel(knowledge, LocalDate.of(2026, 5, 10));
    var signature = new Signature(BY, AT, Signature.Meaning.WITNESSED_CONSENT, "");
    var answer =
        new InterviewAnswered("ASK-SUBSTANCE", Answer.PRESENT, "note", List.of("src-1"), BY, AT);
    return Stream.of(
        new Referred(REFERRAL),
        new ReferralAmended(REFERRAL, "typing error"),
        answer,
        screened(knowledge, List.of()),
        screened(knowledge, List.of(answer)),
        new ContraindicationOverridden(
            RuleId.of("SCR-SUD-01"),
            "title",
            "observed",
            Optional.of(AT),
            OverrideReason.NO_ALTERNATIVE,
            Optional.of(Restriction.NO_SERIAL_INFUSIONS),
            signature),
        new ConsentSigned(
            form.id(), form.version(), form.contentHash(), "Given Family", signature, AT),
        new ConsentWithdrawn("no more", BY, AT));
  }

  private static Screened screened(KnowledgeBase knowledge, List<InterviewAnswered> answers) {
    var identity =
        new Identity(
            new PatientId(new UUID(0, 7)),
            "urn:test",
            "MRN-7",
            "Family",
            "Given",
            LocalDate.of(1980, 1, 1),
            Identity.Sex.FEMALE,
            Optional.empty(),
            new Provenance("test", "patient", AT, "u1"));
    var facts =
        new ScreeningFacts(
            Chart.of(identity, List.of()),
            new Interview(answers),
            Optional.of(REFERRAL),
            Concepts.of(knowledge, LocalDate.of(2026, 5, 10)));
    return new Screened(new Screening(knowledge, ZoneOffset.UTC, "test").assess(facts, AT), BY);
  }
}
