package org.nepenthe.care.planning.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.decision.Limited.Cap;
import org.nepenthe.care.planning.Amended;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Moiety;
import org.nepenthe.quantity.SolutionStrength;
import org.nepenthe.quantity.Volume;
import org.nepenthe.quantity.WeightNormalisedDose;

/// Each cap alone, on both sides. Arithmetic by hand; the caps are named by their rules.
class DoseCapsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
  private static final String FILE = "planning/PLN-PRO-01.yaml";

  /// 2 mg/kg/h for 40 min are 1.333... mg/kg. The protocol itself would allow 3.
  @Verifies("H12")
  @ParameterizedTest
  @CsvSource({"1.333, ''", "1.334, PLN-CAP-01"})
  void theClinicsRateHoldsWhateverAProtocolSays(String dose, String rule) {
    var knowledge = Amended.knowledge(FILE, "to: 0.3,", "to: 3,");

    assertThat(rules(knowledge, dose, "40", "30", "30"))
        .isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
  }

  /// A rate in mg/kg/h is meant for the actual weight, here 120 kg, while the dose is computed from
  /// 60 kg: 0.3 mg/kg/h x 120 kg x 1 h are 36 mg, 0.6 mg/kg of 60 kg.
  @Verifies("H09")
  @ParameterizedTest
  @CsvSource({"60, 0.3, ''", "60, 0.301, PLN-PRO-01", "120, 0.6, ''", "120, 0.601, PLN-PRO-01"})
  void aRateIsMeantForTheActualWeight(String actual, String dose, String rule) {
    var knowledge =
        Amended.knowledge(
            FILE,
            "dose: { from: 0.1, to: 0.3, unit: mg/kg }",
            """
            dose: { from: 0.1, to: 3, unit: mg/kg }
                rate-cap: { value: 0.3, unit: mg/kg/h, breached-when: ">" }\
            """);

    assertThat(rules(knowledge, dose, "60", "60", actual))
        .isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
  }

  /// A protocol of 3 mg/kg in 40 min would run at 4.5 mg/kg/h, unless it has a rate of its own of
  /// at most 2.
  @Verifies("H34")
  @ParameterizedTest
  @CsvSource({
    "0.3, '', true",
    "3, '', false",
    "3, 2, true",
    "3, 2.1, false",
    "3, 5, false",
    "0.3, 5, true"
  })
  void aProtocolIsJudgedByItsOwnRateOrByWhatItCouldReach(
      String highest, String ownRate, boolean approvable) {
    var knowledge =
        Amended.knowledge(
            FILE,
            "to: 0.3, unit: mg/kg }",
            "to: %s, unit: mg/kg }%s"
                .formatted(
                    highest,
                    ownRate.isEmpty()
                        ? ""
                        : "\n    rate-cap: { value: %s, unit: mg/kg/h, breached-when: \">\" }"
                            .formatted(ownRate)));

    assertThat(ProtocolCaps.faults(protocol(knowledge), known(knowledge)).isEmpty())
        .isEqualTo(approvable);
  }

  /// The range of doses runs upwards; one dose alone is a range too.
  @Verifies("H34")
  @Test
  void aLowestDoseAboveTheHighestIsAFault() {
    var of = protocol(KnowledgeBase.shipped());

    assertThat(ProtocolCaps.faults(lowest(of, "0.3"), known(KnowledgeBase.shipped()))).isEmpty();
    assertThat(ProtocolCaps.faults(lowest(of, "0.31"), known(KnowledgeBase.shipped())))
        .singleElement()
        .asString()
        .contains("a lowest dose above its highest");
  }

  /// A total that the site switched off is none.
  @Verifies("H12")
  @ParameterizedTest
  @CsvSource({"'', PLN-CAP-03", "'use: \"off\", ', ''"})
  void aTotalThatIsSwitchedOffIsNone(String use, String rule) {
    var knowledge =
        Amended.knowledge(
            "planning/PLN-CAP-03.yaml",
            "effective: 2026-01-01",
            "effective: 2026-01-01\n    week: { value: 1, %sunit: mg, breached-when: \">\" }"
                .formatted(use));

    assertThat(rules(knowledge, "0.3", "40", "70", "70"))
        .isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
  }

  /// A drug whose ceiling is not in force is not given at all.
  @Verifies({"H34", "H56"})
  @ParameterizedTest
  @CsvSource({
    "PLN-CAP-04, no rate-ceiling of esketamine",
    "PLN-CAP-05, no dose-ceiling of esketamine"
  })
  void withoutACeilingNothingIsGiven(String rule, String words) {
    var later =
        Amended.knowledge(
            "planning/" + rule + ".yaml", "effective: 2026-01-01", "effective: 2027-01-01");
    var asked =
        new DoseCaps.Asked(
            WeightNormalisedDose.ofMilligramsPerKilogram("0.3"),
            new BigDecimal("360"),
            BodyWeight.ofKilograms("70"),
            List.of());
    var esketamine = Protocol.find(later, "PLN-PRO-04", DAY).orElseThrow();

    assertThatThrownBy(
            () -> DoseCaps.of(asked, esketamine, BodyWeight.ofKilograms("70"), known(later), AT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(words);
  }

  /// What the label says of the vial is read with its strength.
  @Verifies("H08")
  @Test
  void aProductHasItsStrengthAndItsContent() {
    assertThat(known(KnowledgeBase.shipped()).products(Moiety.RACEMIC_KETAMINE))
        .contains(
            new PlanningKnowledge.Product(
                SolutionStrength.ofMilligramsPerMillilitre("10"),
                Optional.of(Volume.ofMillilitres("20"))));
  }

  private static List<String> rules(
      KnowledgeBase knowledge, String dose, String minutes, String dosedOn, String actual) {
    var caps =
        DoseCaps.of(
            new DoseCaps.Asked(
                WeightNormalisedDose.ofMilligramsPerKilogram(dose),
                new BigDecimal(minutes),
                BodyWeight.ofKilograms(actual),
                List.of()),
            protocol(knowledge),
            BodyWeight.ofKilograms(dosedOn),
            known(knowledge),
            AT);
    assertThat(caps.usedUp()).isEmpty();
    return caps.limited().caps().stream().map(Cap::rule).map(rule -> rule.value()).toList();
  }

  private static PlanningKnowledge known(KnowledgeBase knowledge) {
    return new PlanningKnowledge(knowledge, DAY);
  }

  private static Protocol protocol(KnowledgeBase knowledge) {
    return Protocol.find(knowledge, "PLN-PRO-01", DAY).orElseThrow();
  }

  private static Protocol lowest(Protocol of, String lowest) {
    return new Protocol(
        of.id(),
        of.title(),
        of.moiety(),
        WeightNormalisedDose.ofMilligramsPerKilogram(lowest),
        of.highest(),
        of.shortestMinutes(),
        of.longestMinutes(),
        of.offeredMinutes(),
        of.sessions(),
        of.notKnown(),
        of.weight(),
        of.weightSays(),
        of.indications(),
        of.caps(),
        of.evidence(),
        of.against());
  }
}
