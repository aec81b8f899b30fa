package org.nepenthe.clinic.security.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.nepenthe.evidence.Verifies;
import org.springframework.mock.web.MockHttpServletRequest;

class SessionLockTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final String ONE = "/infusions/1b4e28ba-2fa1-11d2-883f-0016d3cca427";
  private static final String TWO = "/infusions/6fa459ea-ee8a-3ca4-894e-db77e160355e";

  private static SessionLock fresh() {
    var request = new MockHttpServletRequest();
    SessionLock.open(request.getSession(), START);
    return SessionLock.of(request).orElseThrow();
  }

  @Test
  @Verifies("H47")
  void locksAtTheLimitAndNotBefore() {
    var lock = fresh();
    assertThat(lock.lockIfIdle(START.plus(LIMIT).minusMillis(1), LIMIT)).isFalse();
    assertThat(lock.lockIfIdle(START.plus(LIMIT), LIMIT)).isTrue();
    assertThat(lock.locked()).isTrue();
    assertThat(lock.lockIfIdle(START.plus(LIMIT), LIMIT)).as("said once").isFalse();
  }

  @Test
  void aTouchStartsTheTimeAgainAndNeverUnlocks() {
    var lock = fresh();
    lock.touch(START.plusSeconds(300));
    assertThat(lock.lockIfIdle(START.plus(LIMIT), LIMIT)).isFalse();
    assertThat(lock.lockIfIdle(START.plusSeconds(900), LIMIT)).isTrue();
    lock.touch(START.plusSeconds(901));
    assertThat(lock.locked()).isTrue();
    lock.unlock(START.plusSeconds(902));
    assertThat(lock.lockIfIdle(START.plusSeconds(902).plus(LIMIT).minusMillis(1), LIMIT)).isFalse();
  }

  @Test
  void onlyWhatWasWatchedStaysInView() {
    var lock = fresh();
    lock.watch(ONE);
    for (var part : new String[] {"/live", "/live.json", "/events", "/live/alerts"}) {
      assertThat(lock.shows(ONE + part)).as(part).isTrue();
      assertThat(lock.shows(TWO + part)).as(part).isFalse();
    }
    for (var path : new String[] {ONE, ONE + "/prepare", ONE + "/lively", ONE + "1/live", "/"}) {
      assertThat(lock.shows(path)).as(path).isFalse();
    }
  }

  @Test
  void aNewUserOfTheSameBrowserInheritsNothing() {
    var request = new MockHttpServletRequest();
    SessionLock.open(request.getSession(), START);
    var before = SessionLock.of(request).orElseThrow();
    before.watch(ONE);
    before.lock();
    SessionLock.open(request.getSession(), START);
    var after = SessionLock.of(request).orElseThrow();
    assertThat(after.locked()).isFalse();
    assertThat(after.shows(ONE + "/live")).isFalse();
  }
}
