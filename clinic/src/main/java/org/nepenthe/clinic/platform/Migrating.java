package org.nepenthe.clinic.platform;

import org.nepenthe.clinic.platform.postgres.PostgresAccess;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;

/// The connection migrations run over, as the owner of the schema.
record Migrating(PostgresAccess access) implements FlywayConnectionDetails {
  @Override
  public String getUsername() {
    return access.owner().role();
  }

  @Override
  public String getPassword() {
    return access.owner().password();
  }

  @Override
  public String getJdbcUrl() {
    return access.jdbcUrl();
  }
}
