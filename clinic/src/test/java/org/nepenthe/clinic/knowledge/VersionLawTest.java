package org.nepenthe.clinic.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.care.decision.Signature.Meaning;
import org.nepenthe.evidence.Verifies;

/// Two named people approve a version: a physician and a pharmacist, or two physicians.
class VersionLawTest {
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  /// @param who for example `PHYSICIAN 1`
  private static Signature signature(String who, Meaning meaning) {
    var parts = who.strip().split(" ");
    return new Signature(
        new Actor(who.strip(), who, Role.valueOf(parts[0])), AT, meaning, "looked at all of it");
  }

  private static VersionLaw law(boolean approvedLast, Signature... signatures) {
    var signed = new ArrayList<SignedVersion>();
    for (var signature : signatures) {
      signed.add(new SignedVersion("0", signature));
    }
    return VersionLaw.of(signed, approvedLast);
  }

  @Verifies("H70")
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # reviewed by, approved by, refused because (empty: allowed)
          PHYSICIAN 1,   PHYSICIAN 2,     ''
          PHYSICIAN 1,   PHARMACIST 1,    ''
          PHARMACIST 1,  PHYSICIAN 1,     ''
          PHARMACIST 1,  PHARMACIST 2,    One of the two has to be a physician.
          PHYSICIAN 1,   PHYSICIAN 1,     You reviewed this version: another person has to approve it.
          PHARMACIST 1,  PHARMACIST 1,    You reviewed this version: another person has to approve it.
          PHYSICIAN 1,   NURSE 1,         Only a physician or a pharmacist signs about the knowledge.
          PHYSICIAN 1,   ADMINISTRATOR 1, Only a physician or a pharmacist signs about the knowledge.
          PHYSICIAN 1,   AUDITOR 1,       Only a physician or a pharmacist signs about the knowledge.
          PHYSICIAN 1,   FRONT_DESK 1,    Only a physician or a pharmacist signs about the knowledge.
          PHYSICIAN 1,   SYSTEM 1,        Only a physician or a pharmacist signs about the knowledge.
          """)
  void whoApprovesAfterWhom(String reviewer, String approver, String because) {
    var reviewed = law(false, signature(reviewer, Meaning.REVIEWED));
    assertThat(reviewed.refusal(signature(approver, Meaning.APPROVED)).orElse(""))
        .isEqualTo(because);
  }

  @Test
  void nothingIsApprovedThatNobodyReviewed() {
    assertThat(law(false).refusal(signature("PHYSICIAN 1", Meaning.APPROVED))).isPresent();
    var withdrawn =
        law(
            false,
            signature("PHYSICIAN 1", Meaning.REVIEWED),
            signature("PHYSICIAN 1", Meaning.WITHDREW));
    assertThat(withdrawn.state()).isEqualTo(VersionLaw.State.DRAFT);
    assertThat(withdrawn.refusal(signature("PHYSICIAN 2", Meaning.APPROVED))).isPresent();
  }

  @Test
  void eitherAloneWithdrawsWhatWasApproved() {
    var approved =
        law(
            true,
            signature("PHYSICIAN 1", Meaning.REVIEWED),
            signature("PHARMACIST 1", Meaning.APPROVED));
    assertThat(approved.state()).isEqualTo(VersionLaw.State.APPROVED);
    assertThat(approved.refusal(signature("PHARMACIST 2", Meaning.WITHDREW))).isEmpty();
    assertThat(approved.refusal(signature("PHYSICIAN 1", Meaning.REVIEWED))).isPresent();
  }

  @Test
  void aSupersededVersionIsReviewedAnewBeforeItComesBack() {
    var superseded =
        law(
            false,
            signature("PHYSICIAN 1", Meaning.REVIEWED),
            signature("PHARMACIST 1", Meaning.APPROVED));
    assertThat(superseded.state()).isEqualTo(VersionLaw.State.SUPERSEDED);
    assertThat(superseded.offered(new Actor("x", "X", Role.PHYSICIAN)))
        .isEqualTo(List.of(Meaning.REVIEWED));
  }

  @Test
  void aSignatureWithoutAReasonIsNone() {
    var actor = new Actor("x", "X", Role.PHYSICIAN);
    assertThat(law(false).refusal(new Signature(actor, AT, Meaning.REVIEWED, " ")))
        .contains("Say why.");
  }
}
