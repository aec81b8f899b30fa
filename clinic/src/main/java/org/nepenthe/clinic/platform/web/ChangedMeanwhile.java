package org.nepenthe.clinic.platform.web;

/// Somebody else changed what this person was about to change. Shown as a page that says what is
/// there now; nothing of this person's change was stored.
public final class ChangedMeanwhile extends RuntimeException {
  private final String what;
  private final String now;
  private final String path;

  /// @param what "Infusion 3 of Course A"
  /// @param now what is stored now, in one or two sentences
  /// @param path where it can be seen
  public ChangedMeanwhile(String what, String now, String path) {
    super(what + " was changed meanwhile");
    this.what = what;
    this.now = now;
    this.path = path;
  }

  public String what() {
    return what;
  }

  public String now() {
    return now;
  }

  public String path() {
    return path;
  }
}
