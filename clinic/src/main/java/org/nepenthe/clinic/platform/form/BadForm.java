package org.nepenthe.clinic.platform.form;

/// A form that no page of ours could have sent: a hidden field is missing or was changed.
public final class BadForm extends RuntimeException {
  public BadForm(String message) {
    super(message);
  }
}
