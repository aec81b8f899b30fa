package org.nepenthe.clinic.security.account;

/// Somebody has this login already. Nothing was written.
public final class LoginTaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LoginTaken() {
    super("the login is taken");
  }
}
