package org.nepenthe.clinic.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nepenthe.clinic.ClinicApplication;
import org.nepenthe.clinic.platform.postgres.EmbeddedPostgres;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedClinicTest {
  @TempDir Path home;

  @Test
  void withoutAServerNamedTheClinicStartsAndStopsItsOwn() {
    try (var clinic = start()) {
      assertThat(clinic.getBean(JdbcClient.class).sql("select 1").query(Integer.class).single())
          .isEqualTo(1);
      try (var visit = start("--nepenthe.visit-running-clinic=true")) {
        assertThat(visit.getBean(ClinicServer.class).access())
            .isEqualTo(clinic.getBean(ClinicServer.class).access());
      }
      assertThat(clinic.getBean(JdbcClient.class).sql("select 2").query(Integer.class).single())
          .as("a visitor leaves the server alone")
          .isEqualTo(2);
    }
    EmbeddedPostgres.start(home, _ -> {}).close();
  }

  private org.springframework.context.ConfigurableApplicationContext start(String... arguments) {
    return new SpringApplicationBuilder(ClinicApplication.class)
        .web(WebApplicationType.NONE)
        .lazyInitialization(true)
        .properties("nepenthe.home=" + home)
        .run(arguments);
  }
}
