package org.nepenthe.clinic.security.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Slows down whoever guesses passwords: for one user from one address after 5 wrong ones, for one
/// address after 30, for one user from anywhere after 50. The first wait is a minute, each further
/// wrong password doubles it up to fifteen. A right password clears the user at that address.
///
/// Kept in memory: a restart forgives, which costs an attacker more than it gives.
@Component
public final class Attempts {
  private static final int FOR_USER_AND_ADDRESS = 5;
  private static final int FOR_ADDRESS = 30;
  private static final int FOR_USER = 50;
  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  /// After so long without a wrong password the count starts again.
  private static final Duration FORGIVEN_AFTER = Duration.ofMinutes(30);

  /// More than a clinic has; the oldest go first, so that made-up logins cannot fill the memory.
  private static final int REMEMBERED = 10_000;

  private final InstantSource clock;
  private final Map<Key, Failures> failures =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  Attempts(InstantSource clock) {
    this.clock = clock;
  }

  private record Key(String user, String address, int allowed) {}

  private record Failures(int number, Instant last, Instant waitUntil) {
    private boolean forgiven(Instant now) {
      return Duration.between(last, now).compareTo(FORGIVEN_AFTER) >= 0;
    }
  }

  /// Until when this user has to wait at this address; empty where they may try.
  public synchronized Optional<Instant> waitUntil(String user, String address) {
    var now = clock.instant();
    return keys(user, address).stream()
        .map(failures::get)
        .filter(found -> found != null && found.waitUntil().isAfter(now))
        .map(found -> found.waitUntil())
        .max(Instant::compareTo);
  }

  public synchronized void failed(String user, String address) {
    var now = clock.instant();
    for (var key : keys(user, address)) {
      var before = failures.remove(key);
      int number = before == null || before.forgiven(now) ? 1 : before.number() + 1;
      failures.put(key, new Failures(number, now, now.plus(wait(number - key.allowed()))));
    }
  }

  public synchronized void succeeded(String user, String address) {
    failures.remove(keys(user, address).getFirst());
  }

  synchronized int remembered() {
    return failures.size();
  }

  /// @param over how many more than allowed; negative while some are left
  private static Duration wait(int over) {
    if (over < 0) {
      return Duration.ZERO;
    }
    var wait = FIRST_WAIT.multipliedBy(1L << Math.min(over, 10));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private static List<Key> keys(String user, String address) {
    return List.of(
        new Key(user, address, FOR_USER_AND_ADDRESS),
        new Key("", address, FOR_ADDRESS),
        new Key(user, "", FOR_USER));
  }
}
