package org.nepenthe.clinic.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.clinic.ClinicDatabase;
import org.springframework.mock.env.MockEnvironment;

class InstallationTest {
  private final ClinicDatabase database = ClinicDatabase.fresh();

  @ParameterizedTest
  @CsvSource({
    "demonstration, serve, passwords everybody knows",
    "serve, demonstration, a clinic's patients"
  })
  void theFirstStartDecidesWhatTheDatabaseIsFor(String first, String other, String reason) {
    start(first);
    assertThatThrownBy(() -> start(other))
        .isInstanceOf(WrongInstallation.class)
        .hasMessageContaining(reason)
        .hasMessageContaining("--home");
    assertThatCode(() -> start(first)).doesNotThrowAnyException();
  }

  @Test
  void aCommandThatServesNothingDecidesNothing() {
    new Installation(database.jdbc(), new MockEnvironment()).afterPropertiesSet();
    assertThatCode(() -> start("serve")).doesNotThrowAnyException();
  }

  private void start(String profile) {
    var environment = new MockEnvironment();
    environment.setActiveProfiles(profile);
    new Installation(database.jdbc(), environment).afterPropertiesSet();
  }
}
