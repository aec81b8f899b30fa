package org.nepenthe.clinic.platform.form;

/// What became of one typed field: a value, or what to say beside the field.
public sealed interface Entry<T> {
  record Accepted<T>(T value) implements Entry<T> {}

  /// @param message one sentence that says how to mend it
  record Refused<T>(String message) implements Entry<T> {}

  static <T> Entry<T> accepted(T value) {
    return new Accepted<>(value);
  }

  static <T> Entry<T> refused(String message) {
    return new Refused<>(message);
  }
}
