package org.nepenthe.clinic.security.account;

import org.nepenthe.care.decision.Role;

/// A user to be made.
///
/// @param mustChangePassword true where somebody else knows the password
public record NewAccount(
    String login,
    String name,
    Role role,
    String passwordHash,
    boolean mustChangePassword,
    boolean demonstration) {
  /// Without the hash, which must not end in a log.
  @Override
  public String toString() {
    return "NewAccount[" + role + "]";
  }
}
