package org.nepenthe.care.decision;

/// The stable name of one rule, the same in code, data, traces and documents: `SCR-BP-01`.
public record RuleId(String value) {
  public static RuleId of(String value) {
    return new RuleId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
