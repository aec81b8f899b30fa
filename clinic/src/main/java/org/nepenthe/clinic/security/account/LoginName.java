package org.nepenthe.clinic.security.account;

import java.util.regex.Pattern;
import org.nepenthe.clinic.platform.form.Entry;

/// The name somebody signs in with.
final class LoginName {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");

  private LoginName() {}

  static Entry<String> read(String typed) {
    var text = typed.strip();
    return FORM.matcher(text).matches()
        ? Entry.accepted(text)
        : Entry.refused("Use 2 to 40 small letters, digits, points or dashes.");
  }
}
