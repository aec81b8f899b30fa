package org.nepenthe.clinic.security.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.nepenthe.evidence.Verifies;

class AttemptsTest {
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private final Attempts attempts = new Attempts(() -> now);

  private void fail(int times, String user, String address) {
    for (int i = 0; i < times; i++) {
      attempts.failed(user, address);
    }
  }

  @Test
  @Verifies("H47")
  void theFifthWrongPasswordCostsAMinute() {
    fail(4, "tom", "10.0.0.1");
    assertThat(attempts.waitUntil("tom", "10.0.0.1")).isEmpty();
    attempts.failed("tom", "10.0.0.1");
    assertThat(attempts.waitUntil("tom", "10.0.0.1")).hasValue(now.plusSeconds(60));
    now = now.plusSeconds(59);
    assertThat(attempts.waitUntil("tom", "10.0.0.1")).isPresent();
    now = now.plusSeconds(1);
    assertThat(attempts.waitUntil("tom", "10.0.0.1")).isEmpty();
  }

  @Test
  void eachFurtherOneDoublesTheWaitUpToFifteenMinutes() {
    fail(5, "tom", "10.0.0.1");
    for (int minutes : new int[] {2, 4, 8, 15, 15}) {
      attempts.failed("tom", "10.0.0.1");
      assertThat(attempts.waitUntil("tom", "10.0.0.1"))
          .hasValue(now.plus(Duration.ofMinutes(minutes)));
    }
  }

  @Test
  void oneUserWaitsAtOneAddressAndNobodyElse() {
    fail(5, "tom", "10.0.0.1");
    assertThat(attempts.waitUntil("tom", "10.0.0.2")).isEmpty();
    assertThat(attempts.waitUntil("lena", "10.0.0.1")).isEmpty();
  }

  @Test
  void anAddressThatTriesManyUsersWaitsForAll() {
    for (int i = 0; i < 30; i++) {
      attempts.failed("user" + i, "10.0.0.9");
    }
    assertThat(attempts.waitUntil("somebody else", "10.0.0.9")).isPresent();
    assertThat(attempts.waitUntil("user1", "10.0.0.1")).isEmpty();
  }

  @Test
  void aUserTriedFromManyAddressesWaitsEverywhere() {
    for (int i = 0; i < 50; i++) {
      attempts.failed("tom", "10.0.1." + i);
    }
    assertThat(attempts.waitUntil("tom", "10.0.2.1")).isPresent();
  }

  @Test
  void aRightPasswordAndHalfAnHourForgive() {
    fail(4, "tom", "10.0.0.1");
    attempts.succeeded("tom", "10.0.0.1");
    fail(4, "tom", "10.0.0.1");
    assertThat(attempts.waitUntil("tom", "10.0.0.1")).isEmpty();
    now = now.plus(Duration.ofMinutes(30));
    attempts.failed("tom", "10.0.0.1");
    assertThat(attempts.waitUntil("tom", "10.0.0.1")).isEmpty();
  }

  @Test
  void madeUpUsersCannotFillTheMemory() {
    for (int i = 0; i < 20_000; i++) {
      attempts.failed("user" + i, "10.1." + i / 250 + "." + i % 250);
    }
    assertThat(attempts.remembered()).isLessThanOrEqualTo(10_000);
  }
}
