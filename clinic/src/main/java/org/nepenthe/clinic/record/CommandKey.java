package org.nepenthe.clinic.record;

/// Names one intention of one user, made when a form is shown: the same form sent twice has the
/// same key, and has one effect.
public record CommandKey(String value) {
  public CommandKey {
    if (value.isBlank() || value.length() > 100) {
      throw new IllegalArgumentException("a command key has 1 to 100 characters");
    }
  }

  /// The key of a part of a command that writes to a second stream.
  public CommandKey part(String name) {
    return new CommandKey(value + "/" + name);
  }
}
