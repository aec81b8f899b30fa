package org.nepenthe.clinic.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Shows the one sentence instead of a stack trace.
final class WrongInstallationAnalyzer extends AbstractFailureAnalyzer<WrongInstallation> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, WrongInstallation cause) {
    return new FailureAnalysis(cause.getMessage(), null, cause);
  }
}
