package org.nepenthe.clinic.platform;

/// Where whoever started the clinic reads along. What is said there is in no log; a clinic started
/// by other means has none.
@FunctionalInterface
public interface Terminal {
  void say(String line);
}
