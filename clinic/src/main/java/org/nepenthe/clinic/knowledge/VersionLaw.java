package org.nepenthe.clinic.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.care.decision.Signature.Meaning;

/// Who may sign what about a version of the knowledge: one person reviews it, another approves it,
/// a physician and a pharmacist or two physicians. Either alone may withdraw it.
///
/// @param state where the version stands
/// @param review the review that still counts
public record VersionLaw(State state, Optional<Signature> review) {
  private static final Set<Role> SIGNERS = Set.of(Role.PHYSICIAN, Role.PHARMACIST);

  /// Where a version stands.
  public enum State {
    DRAFT("draft: no clinician of this site has reviewed this"),
    REVIEWED("reviewed by one person; a second has to approve it"),
    APPROVED("approved by two people of this site"),
    SUPERSEDED("was approved; another version was approved after it");

    private final String words;

    State(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /// @param signatures all of the version, oldest first
  /// @param approvedLast whether no other version was approved or withdrawn after it
  static VersionLaw of(List<SignedVersion> signatures, boolean approvedLast) {
    if (signatures.isEmpty()) {
      return new VersionLaw(State.DRAFT, Optional.empty());
    }
    var last = signatures.getLast().signature();
    return switch (last.meaning()) {
      case REVIEWED -> new VersionLaw(State.REVIEWED, Optional.of(last));
      case APPROVED ->
          new VersionLaw(approvedLast ? State.APPROVED : State.SUPERSEDED, Optional.empty());
      case WITHDREW -> new VersionLaw(State.DRAFT, Optional.empty());
      case OVERRODE, PREPARED, CHECKED, WITNESSED_CONSENT, DISCHARGED, DECIDED, AMENDED ->
          throw new IllegalStateException("no signature under knowledge means " + last.meaning());
    };
  }

  /// What this person could sign now, in the order in which it is offered.
  List<Meaning> offered(Actor actor) {
    return List.of(Meaning.REVIEWED, Meaning.APPROVED, Meaning.WITHDREW).stream()
        .filter(meaning -> refusal(meaning, actor).isEmpty())
        .toList();
  }

  /// Why a signature does not count, or nothing.
  Optional<String> refusal(Signature signature) {
    return signature.reason().isBlank()
        ? Optional.of("Say why.")
        : refusal(signature.meaning(), signature.signer());
  }

  private Optional<String> refusal(Meaning meaning, Actor signer) {
    if (!SIGNERS.contains(signer.role())) {
      return Optional.of("Only a physician or a pharmacist signs about the knowledge.");
    }
    return switch (meaning) {
      case REVIEWED ->
          state == State.DRAFT || state == State.SUPERSEDED
              ? Optional.empty()
              : Optional.of("This version is not open for review: it is " + state.words() + ".");
      case APPROVED ->
          review
              .map(first -> approval(first, signer))
              .orElse(Optional.of("A version is approved after another person has reviewed it."));
      case WITHDREW ->
          state == State.REVIEWED || state == State.APPROVED
              ? Optional.empty()
              : Optional.of("There is nothing to withdraw.");
      case OVERRODE, PREPARED, CHECKED, WITNESSED_CONSENT, DISCHARGED, DECIDED, AMENDED ->
          throw new IllegalArgumentException("no signature under knowledge means " + meaning);
    };
  }

  private static Optional<String> approval(Signature first, Actor second) {
    if (first.signer().isSamePersonAs(second)) {
      return Optional.of("You reviewed this version: another person has to approve it.");
    }
    return first.signer().role() == Role.PHYSICIAN || second.role() == Role.PHYSICIAN
        ? Optional.empty()
        : Optional.of("One of the two has to be a physician.");
  }
}
