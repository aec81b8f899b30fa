package org.nepenthe.clinic.platform;

/// A demonstration on a clinic's data, or a clinic on a demonstration's.
final class WrongInstallation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongInstallation(String begun) {
    super(
        begun.equals("demonstration")
            ? "This home holds the demonstration clinic, with passwords everybody knows: keep"
                + " patients in a home of their own, for example --home ~/nepenthe-clinic."
            : "This home holds a clinic's patients: show the demonstration in a home of its own, for"
                + " example --home ~/nepenthe-demonstration.");
  }
}
