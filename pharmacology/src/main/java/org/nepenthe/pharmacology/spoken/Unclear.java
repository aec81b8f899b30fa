package org.nepenthe.pharmacology.spoken;

/// What was said cannot be understood in one way only. The message says what is wrong and how to
/// say it; it is meant for whoever wrote the words.
public final class Unclear extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  Unclear(String message) {
    super(message);
  }
}
