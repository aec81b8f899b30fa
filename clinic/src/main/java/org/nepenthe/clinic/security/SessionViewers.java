package org.nepenthe.clinic.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.clinic.platform.web.Section;
import org.nepenthe.clinic.platform.web.Viewer;
import org.nepenthe.clinic.platform.web.Viewers;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Who looks, taken from the session.
@Component
final class SessionViewers implements Viewers, CurrentActor {
  @Override
  public Optional<Viewer> of(HttpServletRequest request) {
    return current().map(person -> new Viewer(person.userId(), person.name(), person.role()));
  }

  @Override
  public boolean mayOpen(Viewer viewer, Section section) {
    return AccessRules.forRequest("GET", section.path())
        .map(access -> access.allows(viewer.role()))
        .orElse(false);
  }

  @Override
  public boolean locked(HttpServletRequest request) {
    return false;
  }

  @Override
  public Actor get() {
    return current()
        .map(person -> new Actor(person.userId(), person.name(), person.role()))
        .orElseThrow(() -> new IllegalStateException("nobody is signed in"));
  }

  private static Optional<SignedIn> current() {
    return SignedIn.in(SecurityContextHolder.getContext().getAuthentication());
  }
}
