package org.nepenthe.clinic.cli;

/// What a person at the terminal sees.
interface Printer {
  /// On standard output: the result, which may go on into another program.
  void say(String line);

  /// On standard error: mistakes, and what has to be said beside a result.
  void complain(String line);
}
