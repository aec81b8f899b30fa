package org.nepenthe.clinic.knowledge;

import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.pharmacology.Ensemble;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The knowledge and the models that the clinic runs on. A broken file stops the start here, with
/// its name and line.
@Configuration(proxyBeanMethods = false)
class KnowledgeInUse {
  @Bean
  KnowledgeBase knowledge() {
    return KnowledgeBase.shipped();
  }

  @Bean
  Ensemble ensemble() {
    return Ensemble.intravenousAdult();
  }
}
