package org.nepenthe.care.infusion;

import java.util.List;

/// What came of asking to record something: events to be kept, or the reasons why not.
public sealed interface Outcome {
  record Accepted(List<InfusionEvent> events) implements Outcome {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  record Refused(List<Refusal> refusals) implements Outcome {
    public Refused {
      refusals = List.copyOf(refusals);
      if (refusals.isEmpty()) {
        throw new IllegalArgumentException("a refusal must say why");
      }
    }
  }

  static Outcome accept(InfusionEvent... events) {
    return new Accepted(List.of(events));
  }

  static Outcome refuse(String field, String message) {
    return new Refused(List.of(new Refusal(field, message)));
  }
}
