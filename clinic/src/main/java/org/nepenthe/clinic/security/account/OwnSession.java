package org.nepenthe.clinic.security.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/// The session of the person whose request this is.
public interface OwnSession {
  /// Goes on after the person changed their password; every other session of theirs ends.
  void continueAs(Account account, HttpServletRequest request, HttpServletResponse response);
}
