package org.nepenthe.clinic.platform.postgres;

import java.io.IOException;

/// The embedded PostgreSQL cannot be used; the message is a sentence for the person at the screen.
public final class PostgresUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PostgresUnavailable(String sentence) {
    super(sentence);
  }

  public PostgresUnavailable(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /// A file's name alone does not say what is wrong with it; the name of the failure does.
  static String reason(IOException failure) {
    return failure.getMessage() + " (" + failure.getClass().getSimpleName() + ")";
  }
}
