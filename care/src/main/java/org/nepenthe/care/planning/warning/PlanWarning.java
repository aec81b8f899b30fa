package org.nepenthe.care.planning.warning;

import java.util.Arrays;
import java.util.List;
import org.nepenthe.care.planning.SoftCapReason;

/// A warning of planning that may be gone past, with the coded reasons for it.
public enum PlanWarning {
  SOFT_CAP("above a soft cap"),
  OTHER_INDICATION("another indication than the protocol names"),
  WEIGHT_CHANGE("a large change of weight");

  private final String words;

  PlanWarning(String words) {
    this.words = words;
  }

  /// A coded reason.
  public record Reason(String code, String words) {}

  public String words() {
    return words;
  }

  /// The coded reasons; for a soft cap those of the plan itself.
  public List<Reason> reasons() {
    return switch (this) {
      case SOFT_CAP ->
          Arrays.stream(SoftCapReason.values())
              .map(reason -> new Reason(reason.name(), reason.words()))
              .toList();
      case OTHER_INDICATION ->
          List.of(
              new Reason("SAME_MECHANISM", "pain of the same mechanism"),
              new Reason("OTHERS_FAILED", "the treatments named for it have failed"),
              new Reason("SPECIALIST_ADVICE", "advice of a specialist centre, noted in the chart"));
      case WEIGHT_CHANGE ->
          List.of(
              new Reason("WEIGHED_AGAIN", "weighed again, with the same result"),
              new Reason("EXPLAINED", "illness, fluid or treatment explains it"),
              new Reason("LAST_WAS_WRONG", "the weight before was wrong"));
    };
  }
}
