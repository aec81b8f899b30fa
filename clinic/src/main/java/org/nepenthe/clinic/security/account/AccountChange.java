package org.nepenthe.clinic.security.account;

import org.nepenthe.care.decision.Role;

/// One change of a user, as the history names it.
public sealed interface AccountChange {
  /// Another display name or role.
  record Described(String name, Role role) implements AccountChange {}

  record Deactivated() implements AccountChange {}

  record Reactivated() implements AccountChange {}

  /// The user chose a password.
  record PasswordChosen(String passwordHash) implements AccountChange {}

  /// An administrator gave a one-time password.
  record PasswordReset(String passwordHash) implements AccountChange {}

  default String words() {
    return switch (this) {
      case Described(var name, var role) -> "now " + name + ", " + role.words();
      case Deactivated _ -> "deactivated";
      case Reactivated _ -> "activated again";
      case PasswordChosen _ -> "chose a password";
      case PasswordReset _ -> "was given a one-time password";
    };
  }

  /// The next revision.
  default Account of(Account before) {
    int next = before.revision() + 1;
    return switch (this) {
      case Described(var name, var role) -> with(before, name, role, before.active(), next);
      case Deactivated _ -> with(before, before.name(), before.role(), false, next);
      case Reactivated _ -> with(before, before.name(), before.role(), true, next);
      case PasswordChosen(var hash) -> withPassword(before, hash, false, next);
      case PasswordReset(var hash) -> withPassword(before, hash, true, next);
    };
  }

  private static Account with(Account before, String name, Role role, boolean active, int next) {
    return new Account(
        before.id(),
        before.login(),
        name,
        role,
        active,
        before.demonstration(),
        before.passwordHash(),
        before.mustChangePassword(),
        next,
        before.passwordSetIn());
  }

  private static Account withPassword(Account before, String hash, boolean mustChange, int next) {
    return new Account(
        before.id(),
        before.login(),
        before.name(),
        before.role(),
        before.active(),
        before.demonstration(),
        hash,
        mustChange,
        next,
        next);
  }
}
