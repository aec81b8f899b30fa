package org.nepenthe.clinic.infusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nepenthe.clinic.infusion.InfusionBench.NINA;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nepenthe.care.infusion.InfusionCommand;
import org.nepenthe.care.infusion.observation.ObservationSource;
import org.nepenthe.care.infusion.observation.Observed;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.clinic.infusion.picture.Forecasts;
import org.nepenthe.clinic.infusion.picture.LivePictures;
import org.nepenthe.clinic.infusion.picture.MonitoringMode;
import org.nepenthe.clinic.infusion.picture.RulesOfTheDay;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.env.MockEnvironment;

@ClinicTest
class MonitoringModeTest {
  @Autowired ApplicationContext clinic;

  private static MonitoringMode mode(String setting, String profile) {
    var environment = new MockEnvironment();
    environment.setActiveProfiles(profile);
    return new InfusionSettings().monitoringMode(setting, environment);
  }

  @Test
  void aClinicThatServesPeopleRecordsOnlyUntilTheSiteSaysOtherwise() {
    assertThat(mode("", "serve")).isEqualTo(MonitoringMode.RECORD_ONLY);
    assertThat(mode("advisory", "serve")).isEqualTo(MonitoringMode.ADVISORY);
    assertThat(mode("", "demonstration")).isEqualTo(MonitoringMode.ADVISORY);
    assertThatThrownBy(() -> mode("on", "serve")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void recordOnlyJudgesNothingAndSaysSo() {
    var bench = new InfusionBench(clinic);
    var opened = bench.running();
    bench.done(
        opened,
        NINA,
        new InfusionCommand.Observe(
            ObservationSource.BY_HAND,
            Map.of(Parameter.SATURATION, new Observed.Measured(new BigDecimal("80")))));
    var recordOnly =
        new LivePictures(
            clinic.getBean(RulesOfTheDay.class),
            MonitoringMode.RECORD_ONLY,
            clinic.getBean(Forecasts.class),
            clinic.getBean(ClinicTime.class),
            clinic.getBean(ZoneId.class),
            clinic.getEnvironment());

    var picture =
        recordOnly.of(bench.infusion(opened), clinic.getBean(InstantSource.class).instant());

    assertThat(picture.alerts()).isEmpty();
    assertThat(picture.advice().kind()).isEqualTo("record-only");
    assertThat(picture.modeLine()).startsWith("Record only");
    assertThat(picture.parameters()).allMatch(parameter -> parameter.breach().equals("none"));
  }
}
