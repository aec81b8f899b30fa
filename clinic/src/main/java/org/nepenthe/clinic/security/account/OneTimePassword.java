package org.nepenthe.clinic.security.account;

/// A password to be handed over in person: shown once, kept nowhere, to be changed at first use.
public record OneTimePassword(String login, String password) {
  /// Without the password, which must not end in a log.
  @Override
  public String toString() {
    return "OneTimePassword[" + login + "]";
  }
}
