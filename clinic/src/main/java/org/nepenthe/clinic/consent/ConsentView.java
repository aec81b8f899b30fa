package org.nepenthe.clinic.consent;

import java.util.List;
import java.util.Optional;
import org.nepenthe.care.consent.ConsentForm;
import org.nepenthe.care.consent.ConsentSigned;
import org.nepenthe.care.consent.ConsentState;
import org.nepenthe.care.consent.ConsentState.None;
import org.nepenthe.care.consent.ConsentState.Signed;
import org.nepenthe.care.consent.ConsentState.SignedOtherVersion;
import org.nepenthe.care.consent.ConsentState.Withdrawn;
import org.nepenthe.care.consent.ConsentWithdrawn;
import org.nepenthe.care.consent.TeachBackAnswered;
import org.nepenthe.care.consent.TeachBackState;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.platform.form.Form;

/// What the consent page is made from.
///
/// @param text the one in force today
/// @param knowledgeStatus how far the site has reviewed it
/// @param understood how the patient answered the questions about it
/// @param standsInTheWay what has to be done before it may be signed; empty where it may
/// @param singleInfusionOnly true where an override forbids a series
/// @param history what was signed and withdrawn, newest first
/// @param sign the form of the signature
/// @param answers the form of the questions to the patient
/// @param withdraw the form of the withdrawal
/// @param maySend whether the person who looks may witness a signature or record a withdrawal
public record ConsentView(
    Course course,
    ConsentForm text,
    String knowledgeStatus,
    ConsentState state,
    TeachBackState understood,
    List<String> standsInTheWay,
    boolean singleInfusionOnly,
    List<Deed> history,
    Form sign,
    Form answers,
    Form withdraw,
    boolean maySend) {
  public ConsentView {
    standsInTheWay = List.copyOf(standsInTheWay);
    history = List.copyOf(history);
  }

  /// Something the patient did.
  public sealed interface Deed {
    record Signing(ConsentSigned consent) implements Deed {}

    record Withdrawing(ConsentWithdrawn withdrawal) implements Deed {}

    record Answering(TeachBackAnswered answers) implements Deed {
      public long right() {
        return answers.answers().stream().filter(TeachBackAnswered.Given::right).count();
      }
    }
  }

  /// The consent that counts now.
  public Optional<ConsentSigned> signed() {
    return state instanceof Signed(var consent) ? Optional.of(consent) : Optional.empty();
  }

  /// What the state is, in a sentence.
  public String words() {
    return switch (state) {
      case None _ -> "Not signed yet";
      case Signed _ -> "The patient consents";
      case SignedOtherVersion _ -> "Another version was signed: read and sign this one";
      case Withdrawn _ -> "The patient has withdrawn consent";
    };
  }

  /// Whether the form of the signature is shown.
  public boolean maySign() {
    return mayAnswer() && understood.passed();
  }

  /// Whether the questions to the patient are asked, before the signature.
  public boolean mayAnswer() {
    return maySend && standsInTheWay.isEmpty() && signed().isEmpty();
  }

  /// Whether there is a consent to withdraw.
  public boolean mayWithdraw() {
    return maySend && (state instanceof Signed || state instanceof SignedOtherVersion);
  }

  /// The first half of the fingerprint of the words, which is enough to compare by eye.
  public String fingerprint() {
    return text.contentHash().substring(0, 16);
  }
}
