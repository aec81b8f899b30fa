package org.nepenthe.clinic.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nepenthe.clinic.ClinicApplication;
import org.nepenthe.clinic.ClinicDatabase;
import org.nepenthe.clinic.platform.postgres.EmbeddedPostgres;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
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
    assertThat(home.resolve("postgres/data")).as("where it was told to live").isDirectory();
    assertThat(EmbeddedPostgres.heldByAnother(home)).as("stopped with the clinic").isEmpty();
  }

  @Test
  void aServerNamedIsUsedAndOneRoleMayDoBoth() {
    var access = ClinicDatabase.empty().access();
    try (var clinic =
        start(
            "--spring.datasource.url=" + access.jdbcUrl(),
            "--spring.datasource.username=" + access.owner().role(),
            "--spring.datasource.password=" + access.owner().password())) {
      assertThat(clinic.getBeansOfType(ClinicServer.class)).isEmpty();
      assertThat(
              clinic
                  .getBean(JdbcClient.class)
                  .sql("select count(*) from installation")
                  .query(Integer.class)
                  .single())
          .as("migrated, and begun as nothing yet")
          .isZero();
    }
    assertThat(home.resolve("postgres")).doesNotExist();
  }

  private ConfigurableApplicationContext start(String... arguments) {
    return new SpringApplicationBuilder(ClinicApplication.class)
        .web(WebApplicationType.NONE)
        .lazyInitialization(true)
        .run(
            Stream.concat(Stream.of("--nepenthe.home=" + home), Stream.of(arguments))
                .toArray(String[]::new));
  }
}
