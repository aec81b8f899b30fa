package org.nepenthe.safety.canary;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.nepenthe.evidence.Verifies;

/// Never run: its name keeps it out of the tests. The check of the hazard log reads it.
class Proof {
  @Test
  @Verifies("H01")
  void provesTheControl() {}

  @Test
  @Verifies("C1")
  void playsTheRealEvent() {}

  @Test
  void provesNothing() {}

  @Test
  @Disabled
  @Verifies("H01")
  void sleeps() {}
}
