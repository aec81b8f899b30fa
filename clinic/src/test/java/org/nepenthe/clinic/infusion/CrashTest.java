package org.nepenthe.clinic.infusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nepenthe.clinic.infusion.InfusionBench.NINA;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.InfusionCommand;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.clinic.record.CommandKey;
import org.nepenthe.clinic.record.EventRecord;
import org.nepenthe.clinic.record.RecordVerification;
import org.nepenthe.evidence.Verifies;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import tools.jackson.databind.json.JsonMapper;

/// A clinic in a process of its own is killed in mid-infusion while somebody records.
@ClinicTest
class CrashTest {
  private static final String JSON = "application/json";

  /// After how many acknowledged sets the process is killed.
  private static final int BEFORE_THE_KILL = 25;

  @Autowired ApplicationContext clinic;
  @Autowired Environment settings;
  @Autowired EventRecord record;
  @Autowired JsonMapper json;

  @Verifies({"H40", "H41"})
  @Timeout(180)
  @Test
  void nothingAcknowledgedIsLostOrDoubledAndThePumpIsUnknown() throws Exception {
    silenceTheTestsOwnClinic();
    var bench = new InfusionBench(clinic);
    var opened = bench.ready();
    var sent = new ArrayList<Map<String, String>>();
    var acknowledged = new ArrayList<String>();
    try (var first = ClinicProcess.start(settings)) {
      bench.done(
          opened, NINA, new InfusionCommand.Start(bench.plan(opened), InfusionBench.ORDERED));
      var nurse = ClinicBrowser.of(first.port(), "nurse");
      var killer = Thread.ofVirtual().unstarted(first::kill);
      try {
        while (true) {
          var form = observation(bench, opened, sent.size() % 11);
          sent.add(form);
          var answer = nurse.post(opened.path("observations"), form, "Accept", JSON);
          assertThat(answer.statusCode()).isEqualTo(200);
          acknowledged.add(form.get("formKey"));
          if (acknowledged.size() == BEFORE_THE_KILL) {
            killer.start();
          }
        }
      } catch (AssertionError connectionLost) {
        assertThat(connectionLost).hasCauseInstanceOf(java.io.IOException.class);
      }
      killer.join();
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(BEFORE_THE_KILL);
    var before = Instant.now();

    try (var second = ClinicProcess.start(settings)) {
      var nurse = ClinicBrowser.of(second.port(), "nurse");
      var picture = json.readTree(nurse.get(opened.path("live.json"), "Accept", JSON).body());

      assertThat(picture.at("/state/kind").asString()).isEqualTo("unconfirmed");
      assertThat(picture.at("/state/words").asString())
          .startsWith("Unknown since ")
          .endsWith(": confirm the pump's state");
      assertThat(Instant.parse(picture.at("/state/since").asString())).isBefore(before);
      assertThat(storedOnce(acknowledged)).isEqualTo(acknowledged.size());

      // The nurse does not know what became of the last set and sends all of them again.
      for (var form : sent) {
        assertThat(nurse.post(opened.path("observations"), form, "Accept", JSON).statusCode())
            .isEqualTo(200);
      }
    }
    assertThat(bench.infusion(opened)).isInstanceOf(Infusion.Unconfirmed.class);
    assertThat(
            bench.infusion(opened).log().observations().stream()
                .filter(set -> set.byAPerson() && set.values().size() == 1)
                .count())
        .isEqualTo(sent.size());
    assertThat(clinic.getBean(RecordVerification.class).verify().intact()).isTrue();
  }

  /// It stands on the same database, and its heartbeat would hide that the other one is dead.
  private void silenceTheTestsOwnClinic() {
    clinic
        .getBean(ScheduledAnnotationBeanPostProcessor.class)
        .postProcessBeforeDestruction(clinic.getBean(Heartbeat.class), "heartbeat");
  }

  private static Map<String, String> observation(
      InfusionBench bench, InfusionBench.Opened opened, int pain) {
    return new HashMap<>(bench.form(opened, Map.of("pain", Integer.toString(pain))));
  }

  private long storedOnce(List<String> keys) {
    return keys.stream()
        .map(key -> new CommandKey(UUID.fromString(key).toString()))
        .map(record::versionAfter)
        .flatMap(Optional::stream)
        .distinct()
        .count();
  }
}
