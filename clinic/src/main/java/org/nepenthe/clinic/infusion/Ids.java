package org.nepenthe.clinic.infusion;

import java.util.UUID;
import org.nepenthe.clinic.platform.form.BadForm;
import org.nepenthe.clinic.platform.form.Form;

/// Ids and keys in hidden fields, which no page of ours sends wrongly.
final class Ids {
  private static final String FORM_KEY = "formKey";

  private Ids() {}

  static UUID uuid(String value) {
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException _) {
      throw new BadForm("not a UUID");
    }
  }

  /// The key of one sending of a form, from either of its two names.
  static UUID formKey(Form form) {
    return form.value(FORM_KEY).isEmpty() ? form.key() : uuid(form.value(FORM_KEY));
  }
}
