package org.nepenthe.clinic.security.account;

import java.util.UUID;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;

/// One user as they are now.
///
/// @param demonstration made for the demonstration, with a published password: no way into a clinic
/// @param revision counts every change of this user
/// @param passwordSetIn the revision in which the password was set; a session knows it, and ends
///     when it changes
public record Account(
    UUID id,
    String login,
    String name,
    Role role,
    boolean active,
    boolean demonstration,
    String passwordHash,
    boolean mustChangePassword,
    int revision,
    int passwordSetIn) {
  public Actor actor() {
    return new Actor(id.toString(), name, role);
  }

  /// Without the hash, which must not end in a log.
  @Override
  public String toString() {
    return "Account[" + id + ", revision " + revision + "]";
  }
}
