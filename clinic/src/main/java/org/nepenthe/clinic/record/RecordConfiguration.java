package org.nepenthe.clinic.record;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RecordConfiguration {
  @Bean
  EventJson eventJson(List<Upcaster> upcasters) {
    return new EventJson(upcasters);
  }
}
