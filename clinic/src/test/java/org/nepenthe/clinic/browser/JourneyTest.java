package org.nepenthe.clinic.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.clinic.record.EventRecord;
import org.nepenthe.clinic.record.RecordVerification;
import org.nepenthe.clinic.record.RecordedEvent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// An imported patient comes through the whole clinic, from the bundle to the decision, by front
/// desk, two nurses, physician and auditor at browsers of their own.
@JourneyClinic
class JourneyTest {
  private static final Duration A_SECOND = Duration.ofSeconds(1);

  @Autowired ApplicationContext clinic;
  @Autowired EventRecord record;
  @Autowired RecordVerification verification;

  @Test
  void theJourneyComesToItsEnd() {
    var patient = WholeJourney.walked(clinic).journey().patient().replace("/patients/", "");
    assertThat(record.readAbout(new PatientId(UUID.fromString(patient))))
        .extracting(RecordedEvent::type)
        .startsWith("referral.Referred")
        .contains("screening.ContraindicationOverridden", "infusion.DrugChecked")
        .endsWith("followup.CourseDecided");
  }

  /// By the median: one of them may have met a machine that was busy with something else.
  @Test
  void anotherBrowserShowsWhatWasWrittenWithinASecond() {
    var delays = WholeJourney.walked(clinic).delays().stream().sorted().toList();
    assertThat(delays).hasSizeGreaterThan(5);
    assertThat(delays.get(delays.size() / 2)).as(delays.toString()).isLessThan(A_SECOND);
  }

  @Test
  void theRecordIsIntactAfterwards() {
    var _ = WholeJourney.walked(clinic);
    var finding = verification.verify();
    assertThat(finding.faults()).isEmpty();
    assertThat(finding.events()).isGreaterThan(50);
  }
}
