package org.nepenthe.evidence;

/// A cited data file that cannot be used. The message names file, line and reason; the application
/// must not start with it.
public final class BrokenFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;
  private final String reason;

  public BrokenFile(String file, int line, String reason) {
    super(file + ":" + line + ": " + reason);
    this.file = file;
    this.line = line;
    this.reason = reason;
  }

  public String file() {
    return file;
  }

  /// From 1.
  public int line() {
    return line;
  }

  /// What is wrong there, without the place.
  public String reason() {
    return reason;
  }
}
