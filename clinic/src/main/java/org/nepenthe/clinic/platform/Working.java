package org.nepenthe.clinic.platform;

import org.nepenthe.clinic.platform.postgres.PostgresAccess;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/// The connection the application works over: no rights but those a migration granted.
record Working(PostgresAccess access) implements JdbcConnectionDetails {
  @Override
  public String getUsername() {
    return access.application().role();
  }

  @Override
  public String getPassword() {
    return access.application().password();
  }

  @Override
  public String getJdbcUrl() {
    return access.jdbcUrl();
  }
}
