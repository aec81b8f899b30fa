package org.nepenthe.care.chart;

import org.nepenthe.care.decision.Coded;

/// Which codes the clinic's knowledge has a meaning for.
@FunctionalInterface
public interface Vocabulary {
  /// The code as known, or as it came. Never guesses from the display.
  Coded classify(String system, String code, String display);
}
