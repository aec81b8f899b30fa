package org.nepenthe.clinic.platform;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// A server that is not there or lets nobody in; SQLSTATE classes 08 and 28 of the SQL standard.
final class ServerRefusesAnalyzer extends AbstractFailureAnalyzer<SQLException> {
  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
    String state = cause.getSQLState();
    if (state == null || !(state.startsWith("08") || state.startsWith("28"))) {
      return null;
    }
    return new FailureAnalysis(
        "The PostgreSQL server cannot be used: " + cause.getMessage(),
        "Look at spring.datasource.url, .username and .password (SPRING_DATASOURCE_URL, …).",
        cause);
  }
}
