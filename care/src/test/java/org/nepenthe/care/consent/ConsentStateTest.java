package org.nepenthe.care.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.consent.ConsentState.None;
import org.nepenthe.care.consent.ConsentState.Signed;
import org.nepenthe.care.consent.ConsentState.SignedOtherVersion;
import org.nepenthe.care.consent.ConsentState.Withdrawn;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.knowledge.KnowledgeBase;

/// Whether a patient consents, at a moment, to the text in force and no other.
class ConsentStateTest {
  private static final ConsentForm FORM =
      ConsentForm.offLabel(KnowledgeBase.shipped(), LocalDate.of(2026, 5, 10));
  private static final Actor NURSE = new Actor("u2", "Ben", Role.NURSE);
  private static final Instant TEN = Instant.parse("2026-05-10T10:00:00Z");
  private static final Instant ELEVEN = Instant.parse("2026-05-10T11:00:00Z");
  private static final Instant NOON = Instant.parse("2026-05-10T12:00:00Z");

  @Test
  void nothingSignedIsNoConsent() {
    assertThat(ConsentState.of(List.of(), FORM, NOON)).isEqualTo(new None());
  }

  @Test
  void theTextInForceSignedIsConsent() {
    var signed = signed(FORM.contentHash(), TEN);
    var state = ConsentState.of(List.of(signed), FORM, NOON);
    assertThat(state).isEqualTo(new Signed(signed));
    assertThat(state.consents()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"09:59:59, None", "10:00:00, Signed", "10:00:01, Signed"})
  void aSignatureCountsFromItsMomentOn(String time, String expected) {
    var at = Instant.parse("2026-05-10T" + time + "Z");
    var state = ConsentState.of(List.of(signed(FORM.contentHash(), TEN)), FORM, at);
    assertThat(state.getClass().getSimpleName()).isEqualTo(expected);
  }

  @Test
  void anotherTextSignedIsNotConsentToThisOne() {
    var state = ConsentState.of(List.of(signed("0".repeat(64), TEN)), FORM, NOON);
    assertThat(state).isInstanceOf(SignedOtherVersion.class);
    assertThat(state.consents()).isFalse();
  }

  @Test
  void aWithdrawalEndsConsentWhateverTheOrderItIsReadIn() {
    var signed = signed(FORM.contentHash(), TEN);
    var withdrawn = new ConsentWithdrawn("no more", NURSE, ELEVEN);
    for (var events :
        List.<List<CareEvent>>of(List.of(signed, withdrawn), List.of(withdrawn, signed))) {
      assertThat(ConsentState.of(events, FORM, NOON)).isEqualTo(new Withdrawn(withdrawn));
    }
    assertThat(ConsentState.of(List.of(signed, withdrawn), FORM, TEN)).isInstanceOf(Signed.class);
  }

  @Test
  void signingAgainAfterAWithdrawalIsConsent() {
    var withdrawn = new ConsentWithdrawn("", NURSE, TEN);
    assertThat(ConsentState.of(List.of(withdrawn, signed(FORM.contentHash(), ELEVEN)), FORM, NOON))
        .isInstanceOf(Signed.class);
  }

  @Test
  void atTheSameMomentTheWithdrawalCounts() {
    var events = List.of(signed(FORM.contentHash(), TEN), new ConsentWithdrawn("", NURSE, TEN));
    assertThat(ConsentState.of(events, FORM, NOON)).isInstanceOf(Withdrawn.class);
  }

  @Test
  void everyStatementRestsOnSomethingAndTheLawIsTold() {
    assertThat(FORM.statements())
        .isNotEmpty()
        .allSatisfy(statement -> assertThat(statement.evidence()).isNotEmpty());
    assertThat(FORM.statements().getFirst().words()).contains("outside its approval");
    assertThat(FORM.withdrawal()).contains("at any time");
  }

  private static ConsentSigned signed(String hash, Instant at) {
    return new ConsentSigned(
        FORM.id(),
        FORM.version(),
        hash,
        "Given Family",
        new Signature(NURSE, at, Signature.Meaning.WITNESSED_CONSENT, ""),
        at);
  }
}
