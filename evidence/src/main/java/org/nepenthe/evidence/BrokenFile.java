package org.nepenthe.evidence;

/// A cited data file that cannot be used. The message names file, line and reason; the application
/// must not start with it.
public final class BrokenFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BrokenFile(String file, int line, String reason) {
    super(file + ":" + line + ": " + reason);
  }
}
