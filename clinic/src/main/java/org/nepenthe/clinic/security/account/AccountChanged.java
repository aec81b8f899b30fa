package org.nepenthe.clinic.security.account;

/// Somebody else changed this user since the writer looked. Nothing was written.
public final class AccountChanged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AccountChanged() {
    super("the user was changed meanwhile");
  }
}
