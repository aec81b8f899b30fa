package org.nepenthe.clinic.infusion;

import java.time.InstantSource;
import java.time.ZoneId;
import org.nepenthe.clinic.infusion.picture.MonitoringMode;
import org.nepenthe.clinic.infusion.picture.RulesOfTheDay;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

@Configuration(proxyBeanMethods = false)
class InfusionSettings {
  /// The demonstration judges what its invented patients do; a clinic that serves people records
  /// only, until the site says otherwise.
  @Bean
  MonitoringMode monitoringMode(
      @Value("${nepenthe.monitoring:}") String mode, Environment environment) {
    if (!mode.isBlank()) {
      return MonitoringMode.of(mode);
    }
    return environment.acceptsProfiles(Profiles.of("demonstration"))
        ? MonitoringMode.ADVISORY
        : MonitoringMode.RECORD_ONLY;
  }

  @Bean
  RulesOfTheDay rulesOfTheDay(KnowledgeBase knowledge, ZoneId zone, InstantSource clock) {
    return new RulesOfTheDay(knowledge, zone, clock.instant());
  }
}
