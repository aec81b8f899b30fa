package org.nepenthe.clinic.platform;

import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The one clock of the running system and the zone in which the clinic reads it.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ClinicClock {
  @Bean
  InstantSource clock() {
    return Clock.systemUTC();
  }

  @Bean
  ZoneId clinicZone(@Value("${nepenthe.zone:}") String zone) {
    return zone.isBlank() ? ZoneId.systemDefault() : ZoneId.of(zone);
  }
}
