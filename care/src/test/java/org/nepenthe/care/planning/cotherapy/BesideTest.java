package org.nepenthe.care.planning.cotherapy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nepenthe.care.chart.Concepts;
import org.nepenthe.care.chart.Medication;
import org.nepenthe.care.chart.Provenance;
import org.nepenthe.care.decision.Coded;
import org.nepenthe.care.referral.CoTherapy;
import org.nepenthe.care.referral.TherapyKind;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.medicine.Interaction;
import org.nepenthe.knowledge.medicine.Route;
import org.nepenthe.knowledge.medicine.Severity;

/// What goes on beside ketamine. Severities as the label and the studies have them: clarithromycin
/// matters by mouth and little by vein (Hagelberg 2010: exposure by mouth times 2.6).
class BesideTest {
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.shipped();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final Concepts CONCEPTS = Concepts.of(KNOWLEDGE, DAY);

  @Verifies("H31")
  @Test
  void aMedicineNobodyMappedIsAskedAboutAndNeverAsUsual() {
    var found =
        Beside.of(
            List.of(medication(new Coded.Unrecognised("urn:local", "77", "Zzz 5 mg"))),
            List.of(),
            CONCEPTS,
            KNOWLEDGE,
            DAY,
            Route.INTRAVENOUS);

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().recognised()).isFalse();
    assertThat(found.getFirst().suggested()).isEqualTo(Stance.ASK_PRESCRIBER);
  }

  @Verifies("H31")
  @ParameterizedTest
  @CsvSource({"OPIOID, IXN-OPIOID", "GABAPENTINOID, IXN-GABAPENTINOID"})
  void aMedicineOfTheReferralShowsItsInteraction(TherapyKind kind, String interaction) {
    var found = of(new CoTherapy(kind, "some of it"));

    assertThat(found.interactions()).extracting(Interaction::id).contains(interaction);
    assertThat(found.recognised()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHYSIOTHERAPY", "PSYCHOLOGICAL"})
  void whatIsNoMedicineGoesOn(TherapyKind kind) {
    var found = of(new CoTherapy(kind, "twice a week"));

    assertThat(found.interactions()).isEmpty();
    assertThat(found.suggested()).isEqualTo(Stance.GOES_ON);
  }

  @Test
  void anotherMedicineIsNotKnown() {
    assertThat(of(new CoTherapy(TherapyKind.OTHER_MEDICINE, "drops")).suggested())
        .isEqualTo(Stance.ASK_PRESCRIBER);
  }

  @Verifies("H55")
  @Test
  void howSevereSomethingIsDependsOnTheRoute() {
    var clarithromycin =
        Interaction.all(KNOWLEDGE, DAY).stream()
            .filter(interaction -> interaction.id().equals("IXN-CLARITHROMYCIN"))
            .findFirst()
            .orElseThrow();

    assertThat(clarithromycin.severity(Route.ORAL))
        .isLessThan(clarithromycin.severity(Route.INTRAVENOUS));
    assertThat(clarithromycin.severity(Route.ORAL)).isLessThanOrEqualTo(Severity.MAJOR);
  }

  @Test
  void theNewestAgreementCountsAndWhatIsNotAsUsualIsListed() {
    var by =
        new org.nepenthe.care.decision.Actor(
            "u", "Dr D", org.nepenthe.care.decision.Role.PHYSICIAN);
    var first = new CoTherapyAgreed(List.of(), Instant.EPOCH, by);
    var second =
        new CoTherapyAgreed(
            List.of(
                new CoTherapyLine("a", Stance.GOES_ON, ""),
                new CoTherapyLine("b", Stance.HELD_ON_THE_DAY, "none in the morning")),
            Instant.EPOCH,
            by);

    var newest = CoTherapyAgreed.newest(List.of(first, second)).orElseThrow();

    assertThat(newest).isEqualTo(second);
    assertThat(newest.notAsUsual()).extracting(CoTherapyLine::what).containsExactly("b");
  }

  private static Beside.Found of(CoTherapy therapy) {
    return Beside.of(List.of(), List.of(therapy), CONCEPTS, KNOWLEDGE, DAY, Route.INTRAVENOUS)
        .getFirst();
  }

  private static Medication medication(Coded drug) {
    return new Medication(
        drug,
        Medication.Status.ACTIVE,
        Optional.empty(),
        Optional.empty(),
        new Provenance("test", "1", Instant.EPOCH, "u1"));
  }
}
