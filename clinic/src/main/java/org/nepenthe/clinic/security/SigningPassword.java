package org.nepenthe.clinic.security;

import java.util.Optional;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.clinic.platform.form.Form;

/// The password asked again where somebody signs. Wrong ones are counted and slowed down as at the
/// door; each asking is in the sign-in log.
public interface SigningPassword {
  /// What came of it.
  sealed interface Outcome {
    record Accepted(Actor signer) implements Outcome {}

    /// @param message the sentence beside the field
    record Refused(String message) implements Outcome {}
  }

  /// Asks whether this is the password of the person who signs. Accepted carries them as they are
  /// now, with the role they have now.
  Outcome verify(Actor signer, String password);

  /// The same for another person who signs on this screen: a second check or a witness.
  Outcome verifyOther(String login, String password);

  /// The signer, or empty with the message beside the form's field.
  default Optional<Actor> verify(Actor signer, Form form, String field) {
    return answer(verify(signer, form.value(field)), form, field);
  }

  /// The other signer, or empty with the message beside the form's field.
  default Optional<Actor> verifyOther(Form form, String loginField, String passwordField) {
    return answer(
        verifyOther(form.value(loginField), form.value(passwordField)), form, passwordField);
  }

  private static Optional<Actor> answer(Outcome outcome, Form form, String field) {
    return switch (outcome) {
      case Outcome.Accepted(var signer) -> Optional.of(signer);
      case Outcome.Refused(var message) -> {
        form.refuse(field, message);
        yield Optional.empty();
      }
    };
  }
}
