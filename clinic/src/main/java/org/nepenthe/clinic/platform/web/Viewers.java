package org.nepenthe.clinic.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Who looks at a page, and what they may open.
public interface Viewers {
  /// Empty where nobody is signed in.
  Optional<Viewer> of(HttpServletRequest request);

  boolean mayOpen(Viewer viewer, Section section);

  /// True while the session waits for its password: pages then show and never write.
  boolean locked(HttpServletRequest request);
}
