package org.nepenthe.care.decision;

/// Who did something.
///
/// @param userId stays the same for one person for ever
/// @param name as it was when they acted
public record Actor(String userId, String name, Role role) {
  /// The same person, whatever their name or role is today.
  public boolean isSamePersonAs(Actor other) {
    return userId.equals(other.userId);
  }
}
