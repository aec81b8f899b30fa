package org.nepenthe.clinic.platform;

import org.nepenthe.clinic.platform.postgres.PostgresUnavailable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Shows the one sentence instead of a stack trace.
final class PostgresUnavailableAnalyzer extends AbstractFailureAnalyzer<PostgresUnavailable> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, PostgresUnavailable cause) {
    return new FailureAnalysis(cause.getMessage(), null, cause);
  }
}
