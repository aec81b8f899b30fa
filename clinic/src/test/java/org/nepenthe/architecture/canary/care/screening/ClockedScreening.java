package org.nepenthe.architecture.canary.care.screening;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/// Breaks: time and chance inside the core, each way it can come in.
class ClockedScreening {
  Object decide() {
    return new Object[] {
      Instant.now(),
      LocalDate.now(),
      Clock.systemUTC(),
      System.currentTimeMillis(),
      System.nanoTime(),
      Math.random(),
      new Random(),
      UUID.randomUUID(),
      ThreadLocalRandom.current()
    };
  }

  Supplier<Instant> passesTheClockAsAReference() {
    return Instant::now;
  }
}
