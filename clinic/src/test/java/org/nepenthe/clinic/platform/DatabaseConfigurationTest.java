package org.nepenthe.clinic.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nepenthe.clinic.ClinicTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ClinicTest
class DatabaseConfigurationTest {
  private final JdbcClient jdbc;

  @Autowired
  DatabaseConfigurationTest(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Test
  void theClinicWorksAsTheRoleWithoutRightsOfItsOwn() {
    assertThat(jdbc.sql("select current_user").query(String.class).single())
        .isEqualTo("nepenthe_app");
  }

  @Test
  void migrationsRanAsTheOwner() {
    assertThat(
            jdbc.sql("select tableowner from pg_tables where tablename = 'flyway_schema_history'")
                .query(String.class)
                .single())
        .isEqualTo("nepenthe_owner");
  }
}
