package org.nepenthe.clinic.security.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// Whether one session is locked, when it was last touched, and which running infusions were being
/// watched in it: those stay in view while it is locked.
final class SessionLock {
  private static final String ATTRIBUTE = "nepenthe.lock";

  /// The live page and what feeds it, below an infusion's own path.
  private static final Set<String> LIVE_PARTS = Set.of("/live", "/live.json", "/events");

  /// More infusions than one person watches; the oldest are forgotten.
  private static final int WATCHED_AT_MOST = 12;

  private final Set<String> watched = new LinkedHashSet<>();
  private Instant lastTouch;
  private boolean locked;

  private SessionLock(Instant now) {
    this.lastTouch = now;
  }

  static Optional<SessionLock> of(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null && session.getAttribute(ATTRIBUTE) instanceof SessionLock lock
        ? Optional.of(lock)
        : Optional.empty();
  }

  /// Starts a session open, whatever an earlier user of it left behind.
  static void open(HttpSession session, Instant now) {
    session.setAttribute(ATTRIBUTE, new SessionLock(now));
  }

  synchronized boolean locked() {
    return locked;
  }

  synchronized void lock() {
    locked = true;
  }

  synchronized void unlock(Instant now) {
    locked = false;
    lastTouch = now;
  }

  /// Locks where nobody touched the session for too long.
  ///
  /// @return true where this call locked it
  synchronized boolean lockIfIdle(Instant now, Duration limit) {
    if (!locked && Duration.between(lastTouch, now).compareTo(limit) >= 0) {
      locked = true;
      return true;
    }
    return false;
  }

  synchronized void touch(Instant now) {
    if (!locked) {
      lastTouch = now;
    }
  }

  /// @param infusion the path of an infusion whose live page was opened
  synchronized void watch(String infusion) {
    watched.remove(infusion);
    watched.add(infusion);
    if (watched.size() > WATCHED_AT_MOST) {
      watched.remove(watched.iterator().next());
    }
  }

  /// True for the live page of an infusion that was watched here, and for what feeds it.
  synchronized boolean shows(String path) {
    return watched.stream()
        .filter(infusion -> path.startsWith(infusion + "/"))
        .map(infusion -> path.substring(infusion.length()))
        .anyMatch(part -> LIVE_PARTS.contains(part) || part.startsWith("/live/"));
  }
}
