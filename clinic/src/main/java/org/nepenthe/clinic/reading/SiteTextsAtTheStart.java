package org.nepenthe.clinic.reading;

import java.nio.file.Path;
import java.time.InstantSource;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.instrument.InstrumentCard;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Reads the texts that the site put in, once. A broken one stops the start with its name and line.
@Configuration(proxyBeanMethods = false)
class SiteTextsAtTheStart {
  @Bean
  SiteTexts siteTexts(
      KnowledgeBase knowledge,
      InstantSource clock,
      ClinicTime time,
      @Value("${nepenthe.home}") Path home) {
    return SiteTexts.below(
        home.resolve("instruments"), InstrumentCard.all(knowledge, time.dayOf(clock.instant())));
  }
}
