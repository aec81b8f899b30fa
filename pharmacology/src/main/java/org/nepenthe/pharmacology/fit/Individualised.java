package org.nepenthe.pharmacology.fit;

import java.util.List;

/// What came of individualising: a person, or every reason why there is none.
public sealed interface Individualised permits Fitted, Individualised.Refused {

  /// Nothing was estimated.
  record Refused(List<Refusal> refusals) implements Individualised {
    public Refused {
      refusals = List.copyOf(refusals);
      if (refusals.isEmpty()) {
        throw new IllegalArgumentException("a refusal needs a reason");
      }
    }
  }
}
