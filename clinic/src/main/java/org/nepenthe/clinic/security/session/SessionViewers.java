package org.nepenthe.clinic.security.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.clinic.platform.web.Section;
import org.nepenthe.clinic.platform.web.Viewer;
import org.nepenthe.clinic.platform.web.Viewers;
import org.nepenthe.clinic.security.AccessRules;
import org.nepenthe.clinic.security.CurrentActor;
import org.nepenthe.clinic.security.account.Account;
import org.nepenthe.clinic.security.account.OwnSession;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/// Who looks and who acts, taken from the session of the present request.
@Component
final class SessionViewers implements Viewers, CurrentActor, OwnSession {
  @Override
  public Optional<Viewer> of(HttpServletRequest request) {
    return current()
        .map(person -> new Viewer(person.userId().toString(), person.name(), person.role()));
  }

  @Override
  public boolean mayOpen(Viewer viewer, Section section) {
    return AccessRules.allows(viewer.role(), "GET", section.path());
  }

  @Override
  public boolean locked(HttpServletRequest request) {
    return SessionLock.of(request).map(SessionLock::locked).orElse(false);
  }

  @Override
  public Actor get() {
    return current()
        .map(SignedIn::actor)
        .orElseThrow(() -> new IllegalStateException("nobody is signed in"));
  }

  @Override
  public void continueAs(
      Account account, HttpServletRequest request, HttpServletResponse response) {
    request.changeSessionId();
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(SignedIn.as(account).token(null));
    SecurityContextHolder.setContext(context);
    new HttpSessionSecurityContextRepository().saveContext(context, request, response);
  }

  static Optional<SignedIn> current() {
    return SignedIn.in(SecurityContextHolder.getContext().getAuthentication());
  }
}
