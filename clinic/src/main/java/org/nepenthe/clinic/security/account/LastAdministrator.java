package org.nepenthe.clinic.security.account;

/// The change would leave nobody to keep users. Nothing was written.
public final class LastAdministrator extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LastAdministrator() {
    super("the last administrator cannot be taken away");
  }
}
