package org.nepenthe.clinic.knowledge;

import org.jspecify.annotations.Nullable;
import org.nepenthe.evidence.BrokenFile;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// A knowledge file or a site's policy that cannot be used, said once and plainly.
final class BrokenFileAnalyzer extends AbstractFailureAnalyzer<BrokenFile> {
  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BrokenFile cause) {
    return new FailureAnalysis(
        "The clinic does not start with a broken file: " + cause.getMessage(),
        "Mend the line that is named; nothing was changed.",
        cause);
  }
}
