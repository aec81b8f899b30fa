package org.nepenthe.care.decision;

/// A coded value: known to us, or kept as it came.
public sealed interface Coded {
  /// The code system's canonical URI; empty where the source gave words only.
  String system();

  /// Empty where the source gave words only.
  String code();

  String display();

  record Known(String system, String code, String display) implements Coded {}

  /// A code nobody here mapped: it stays visible and counts as unknown, never as absent.
  record Unrecognised(String system, String code, String display) implements Coded {}
}
