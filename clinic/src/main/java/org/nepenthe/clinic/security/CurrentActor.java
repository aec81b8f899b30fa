package org.nepenthe.clinic.security;

import org.nepenthe.care.decision.Actor;

/// The person on whose behalf the present request works, as the record will name them.
public interface CurrentActor {
  /// @throws IllegalStateException outside of a signed-in person's request
  Actor get();
}
