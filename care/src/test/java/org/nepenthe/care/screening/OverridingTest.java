package org.nepenthe.care.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nepenthe.care.screening.Case.NOW;
import static org.nepenthe.care.screening.Case.PHYSICIAN;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.decision.DecisionRecord;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.care.screening.Eligibility.Contraindication;
import org.nepenthe.care.screening.Eligibility.Degree;
import org.nepenthe.care.screening.Eligibility.Eligible;
import org.nepenthe.care.screening.Eligibility.NotEligible;
import org.nepenthe.care.screening.Eligibility.Undetermined;
import org.nepenthe.care.screening.interview.Answer;
import org.nepenthe.evidence.Verifies;

/// The one law for overrides, as far as it concerns screening.
class OverridingTest {
  private static final Instant HOUR_AGO = NOW.minus(Duration.ofHours(1));

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # degree, role,          allowed
          ABSOLUTE, PHYSICIAN,     false
          ABSOLUTE, NURSE,         false
          ABSOLUTE, PHARMACIST,    false
          ABSOLUTE, FRONT_DESK,    false
          ABSOLUTE, AUDITOR,       false
          ABSOLUTE, ADMINISTRATOR, false
          ABSOLUTE, SYSTEM,        false
          RELATIVE, PHYSICIAN,     true
          RELATIVE, NURSE,         false
          RELATIVE, PHARMACIST,    false
          RELATIVE, FRONT_DESK,    false
          RELATIVE, AUDITOR,       false
          RELATIVE, ADMINISTRATOR, false
          RELATIVE, SYSTEM,        false
          """)
  @Verifies("H35")
  void whoMayOverrideWhat(Degree degree, Role role, boolean allowed) {
    var contraindication =
        new Contraindication(
            RuleId.of("SCR-XX-01"), "made up", degree, "", Optional.empty(), Optional.empty());
    var permission = Overriding.allowed(contraindication, new Actor("u", "Name", role));
    assertThat(permission instanceof Overriding.Permission.Allowed).isEqualTo(allowed);
  }

  /// Which rules are absolute and which relative: the one law and the labels.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ASK-ALLERGY,      SCR-ALL-01, ABSOLUTE
          ASK-BP-HAZARD,    SCR-HAZ-01, ABSOLUTE
          ASK-VASCULAR,     SCR-VAS-01, ABSOLUTE
          ASK-CVD,          SCR-CVD-01, RELATIVE
          ASK-PREGNANT,     SCR-PRG-01, RELATIVE
          ASK-PSYCHOSIS,    SCR-PSY-01, RELATIVE
          ASK-LIVER-SEVERE, SCR-LIV-01, RELATIVE
          ASK-ICP,          SCR-ICP-01, RELATIVE
          ASK-IOP,          SCR-IOP-01, RELATIVE
          ASK-SUBSTANCE,    SCR-SUD-01, RELATIVE
          ASK-THYROID,      SCR-THY-01, RELATIVE
          ASK-THEOPHYLLINE, SCR-INT-01, RELATIVE
          """)
  @Verifies("H35")
  void eachContraindicationHasItsDegree(String question, String rule, Degree degree) {
    var outcome = present(question).screened().outcome();
    assertThat(((NotEligible) outcome).contraindications())
        .singleElement()
        .satisfies(contraindication -> {
          assertThat(contraindication.rule()).isEqualTo(RuleId.of(rule));
          assertThat(contraindication.degree()).isEqualTo(degree);
        });
    var overridden =
        Overriding.override(
                present(question).screened(),
                RuleId.of(rule),
                OverrideReason.NO_ALTERNATIVE,
                signed(PHYSICIAN, "words"))
            instanceof Overriding.Outcome.Overridden;
    assertThat(overridden).isEqualTo(degree == Degree.RELATIVE);
  }

  @Test
  void afterAnOverrideThePatientIsEligibleAndTheOverrideStaysVisible() {
    var decision = present("ASK-IOP").screened();
    var state = state(decision, override(decision, "SCR-IOP-01"));
    var effective = state.effective().orElseThrow();
    assertThat(effective.eligibility()).isInstanceOf(Eligible.class);
    assertThat(effective.mayProceed()).isTrue();
    assertThat(effective.noSerialInfusions()).isFalse();
    assertThat(effective.overridden())
        .singleElement()
        .satisfies(override -> {
          assertThat(override.signature().signer()).isEqualTo(PHYSICIAN);
          assertThat(override.reason()).isEqualTo(OverrideReason.SPECIALIST_AGREES);
        });
    assertThat(state.latest().orElseThrow().outcome()).isInstanceOf(NotEligible.class);
  }

  @Test
  @Verifies("H35")
  void anOverrideDoesNotSettleWhatIsMissing() {
    var decision = present("ASK-IOP").unanswered("ASK-ALLERGY").screened();
    var effective = state(decision, override(decision, "SCR-IOP-01")).effective().orElseThrow();
    assertThat(effective.eligibility()).isInstanceOf(Undetermined.class);
    assertThat(effective.mayProceed()).isFalse();
  }

  @Test
  void oneOverrideDoesNotLiftAnotherContraindication() {
    var decision = present("ASK-IOP").answered("ASK-ICP", Answer.PRESENT, HOUR_AGO).screened();
    var effective = state(decision, override(decision, "SCR-IOP-01")).effective().orElseThrow();
    assertThat(((NotEligible) effective.eligibility()).contraindications())
        .singleElement()
        .extracting(Contraindication::rule)
        .isEqualTo(RuleId.of("SCR-ICP-01"));
  }

  /// The guideline, question 2: active substance abuse, no serial infusions.
  @Test
  @Verifies("H35")
  void activeAbuseNeverAllowsASeries() {
    var decision = present("ASK-SUBSTANCE").screened();
    var effective = state(decision, override(decision, "SCR-SUD-01")).effective().orElseThrow();
    assertThat(effective.mayProceed()).isTrue();
    assertThat(effective.noSerialInfusions()).isTrue();
  }

  @Test
  void anOverrideHoldsOnlyForTheFactItWasGivenFor() {
    var first = present("ASK-IOP").screened();
    var override = override(first, "SCR-IOP-01");
    var again = Case.healthy().answered("ASK-IOP", Answer.PRESENT, NOW.minusSeconds(60)).screened();
    var effective = state(again, override).effective().orElseThrow();
    assertThat(effective.mayProceed()).isFalse();
    assertThat(effective.overridden()).isEmpty();
  }

  /// Not even a stored override makes an absolute contraindication go away.
  @Test
  @Verifies("H35")
  void aForgedOverrideOfAnAbsoluteContraindicationDoesNotHold() {
    var decision = present("ASK-ALLERGY").screened();
    var allergy = ((NotEligible) decision.outcome()).contraindications().getFirst();
    var forged =
        new ContraindicationOverridden(
            allergy.rule(),
            allergy.title(),
            allergy.observed(),
            allergy.observedAt(),
            OverrideReason.NO_ALTERNATIVE,
            Optional.empty(),
            signed(PHYSICIAN, "forged"));
    assertThat(state(decision, forged).effective().orElseThrow().mayProceed()).isFalse();
  }

  @Test
  @Verifies("H35")
  void anOverrideWithoutWordsOrOfNothingIsRefused() {
    var decision = present("ASK-IOP").screened();
    assertThat(attempt(decision, "SCR-IOP-01", " ")).isInstanceOf(Overriding.Outcome.Refused.class);
    assertThat(attempt(decision, "SCR-ICP-01", "words"))
        .isInstanceOf(Overriding.Outcome.Refused.class);
    assertThat(attempt(Case.healthy().unanswered("ASK-IOP").screened(), "SCR-IOP-01", "words"))
        .isInstanceOf(Overriding.Outcome.Refused.class);
  }

  private static Overriding.Outcome attempt(
      DecisionRecord<Eligibility> decision, String rule, String words) {
    return Overriding.override(
        decision, RuleId.of(rule), OverrideReason.NO_ALTERNATIVE, signed(PHYSICIAN, words));
  }

  private static Case present(String question) {
    return Case.healthy().answered(question, Answer.PRESENT, HOUR_AGO);
  }

  private static ContraindicationOverridden override(
      DecisionRecord<Eligibility> decision, String rule) {
    var outcome =
        Overriding.override(
            decision,
            RuleId.of(rule),
            OverrideReason.SPECIALIST_AGREES,
            signed(PHYSICIAN, "seen together"));
    return ((Overriding.Outcome.Overridden) outcome).event();
  }

  private static Signature signed(Actor by, String words) {
    return new Signature(by, NOW, Signature.Meaning.OVERRODE, words);
  }

  private static ScreeningState state(
      DecisionRecord<Eligibility> decision, ContraindicationOverridden... overrides) {
    List<CareEvent> events = new ArrayList<>();
    events.add(new Screened(decision, PHYSICIAN));
    events.addAll(List.of(overrides));
    return ScreeningState.of(events);
  }
}
