package org.nepenthe.care.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Limited.Cap;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.planning.PlanResult.Field;
import org.nepenthe.care.planning.PlanResult.Planned;
import org.nepenthe.care.planning.PlanResult.Refused;
import org.nepenthe.care.planning.order.BodySize;
import org.nepenthe.care.planning.order.DosingWeight;
import org.nepenthe.care.planning.protocol.EarlierDose;
import org.nepenthe.care.planning.protocol.PlanningKnowledge;
import org.nepenthe.care.planning.protocol.Protocol;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;
import org.nepenthe.quantity.SolutionStrength;
import org.nepenthe.quantity.Volume;
import org.nepenthe.quantity.WeightNormalisedDose;

/// Esketamine, the outpatient arm of KetCRPS-2: 0.05 to 0.2 mg/kg/h for 6 h, so 0.3 to 1.2 mg/kg;
/// six infusions, one every two weeks. At 70 kg at most 14 mg/h and 84 mg. Which caps hold for
/// which of the two drugs is stated here, by hand.
class EsketamineTest {
  private static final KnowledgeBase SHIPPED = KnowledgeBase.shipped();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
  private static final Actor PHYSICIAN = new Actor("p1", "Dr Ada Physician", Role.PHYSICIAN);

  @Verifies("H56")
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # drug, rate mg/kg/h, its rule, mg of one infusion, its rule, totals, step
          RACEMIC_KETAMINE, 2, PLN-CAP-01, 100, PLN-CAP-02, PLN-CAP-03, PLN-TTR-01
          ESKETAMINE, 0.2, PLN-CAP-04, 84, PLN-CAP-05, PLN-CAP-06, PLN-TTR-02
          """)
  void eachDrugHasItsOwnCaps(
      Moiety moiety,
      BigDecimal rate,
      String rateRule,
      BigDecimal most,
      String mostRule,
      String totals,
      String titration) {
    var known = new PlanningKnowledge(SHIPPED, DAY);

    assertThat(known.rateCeiling(moiety).most().in("mg/kg/h")).isEqualByComparingTo(rate);
    assertThat(known.rateCeiling(moiety).rule().value()).isEqualTo(rateRule);
    assertThat(known.doseCeiling(moiety).most().in("mg")).isEqualByComparingTo(most);
    assertThat(known.doseCeiling(moiety).rule().value()).isEqualTo(mostRule);
    assertThat(known.totals(moiety).id().value()).isEqualTo(totals);
    assertThat(known.titration(moiety).id().value()).isEqualTo(titration);
    // The guideline's least dose was written about the racemate.
    assertThat(known.guidelineFloor(moiety).isPresent())
        .isEqualTo(moiety == Moiety.RACEMIC_KETAMINE);
  }

  /// The protocol as the source gives it, with what is not known in plain words.
  @Verifies("H34")
  @Test
  void theProtocolIsTheOutpatientArmAndSaysThatNoResultIsKnown() {
    var protocol = Protocol.find(SHIPPED, "PLN-PRO-04", DAY).orElseThrow();

    assertThat(protocol.moiety()).isEqualTo(Moiety.ESKETAMINE);
    assertThat(protocol.lowest().milligramsPerKilogram()).isEqualByComparingTo("0.3");
    assertThat(protocol.highest().milligramsPerKilogram()).isEqualByComparingTo("1.2");
    assertThat(protocol.offeredMinutes()).isEqualByComparingTo("360");
    assertThat(protocol.caps().rate().orElseThrow().in("mg/kg/h")).isEqualByComparingTo("0.2");
    assertThat(protocol.caps().infusions().orElseThrow().in("1")).isEqualByComparingTo("6");
    assertThat(protocol.caps().every().orElseThrow().duration()).isEqualTo(Duration.ofDays(14));
    assertThat(protocol.indications()).containsExactly("IND-CRPS");
    assertThat(protocol.notKnown()).startsWith("No result of this trial is published");
  }

  /// 1.2 mg/kg are 0.2 mg/kg/h for 6 h. At 70 kg they are 84 mg, the most without a second
  /// clinician; at 70.1 kg 84.12 mg.
  @Verifies({"H12", "H56"})
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # kg, mg/kg, minutes, the rules that bite
          70, 1.2, 360, ''
          70, 1.21, 360, PLN-PRO-04 PLN-PRO-04 PLN-CAP-04 PLN-CAP-05
          70.1, 1.2, 360, PLN-CAP-05
          100, 0.84, 360, ''
          100, 0.841, 360, PLN-CAP-05
          50, 1.2, 360, ''
          50, 0.3, 360, ''
          """)
  void onlyItsOwnCapsBite(String kilograms, String dose, String minutes, String rules) {
    var request = request("PLN-PRO-04", kilograms, dose, minutes, "25", List.of());

    switch (propose(request)) {
      case Planned _ -> assertThat(rules).isEmpty();
      case Refused refused ->
          assertThat(
                  String.join(
                      " ",
                      refused.requested().orElseThrow().caps().stream()
                          .map(Cap::rule)
                          .map(rule -> rule.value())
                          .toList()))
              .isEqualTo(rules);
    }
  }

  /// 84 mg at 70 kg: of 25 mg/mL 3.36 mL, measured as 3.3 mL or 82.5 mg, two ampoules of 2 mL; made
  /// up to 1 mg/mL 82.5 mL; over 6 h 13.75 mL/h, on the pump 13.7 mL/h.
  @Verifies("H56")
  @Test
  void itIsWorkedOutFromItsOwnProduct() {
    var order =
        ((Planned) propose(request("PLN-PRO-04", "70", "1.2", "360", "25", List.of())))
            .plan()
            .order();

    assertThat(order.moiety().genericName()).isEqualTo("esketamine");
    assertThat(order.drawn().millilitres()).isEqualByComparingTo("3.3");
    assertThat(order.dose()).isEqualTo(Dose.ofMilligrams("82.5", Moiety.ESKETAMINE));
    assertThat(order.total().millilitres()).isEqualByComparingTo("82.5");
    assertThat(order.pumpRate().millilitresPerHour()).isEqualByComparingTo("13.7");
    assertThat(order.vials().orElseThrow().count()).isEqualTo(2);
  }

  /// No strength of the one is a strength of the other.
  @Verifies("H56")
  @ParameterizedTest
  @CsvSource({
    "PLN-PRO-04, 0.3, 360, 25, true",
    "PLN-PRO-04, 0.3, 360, 5, true",
    "PLN-PRO-04, 0.3, 360, 50, false",
    "PLN-PRO-04, 0.3, 360, 10, false",
    "PLN-PRO-01, 0.3, 40, 10, true",
    "PLN-PRO-01, 0.3, 40, 25, false",
    "PLN-PRO-01, 0.3, 40, 5, false"
  })
  void theProductIsOfTheProtocolsDrug(
      String protocol, String dose, String minutes, String vial, boolean planned) {
    var result = propose(request(protocol, "70", dose, minutes, vial, List.of()));

    assertThat(result instanceof Planned).isEqualTo(planned);
    if (result instanceof Refused(var faults, var _)) {
      assertThat(faults).extracting(PlanResult.Fault::field).containsExactly(Field.VIAL);
    }
  }

  /// A site that allows 100 mg of the one in a week allows as much of the other as its own total
  /// says: 100 mg of the racemate given before leave esketamine untouched, and are said beside it.
  @Verifies({"H12", "H56"})
  @ParameterizedTest
  @CsvSource({
    "RACEMIC_KETAMINE, 100, PLN-PRO-04, 0.3, 360, 25, true",
    "ESKETAMINE, 100, PLN-PRO-01, 0.3, 40, 10, true",
    "RACEMIC_KETAMINE, 100, PLN-PRO-01, 0.3, 40, 10, false"
  })
  void milligramsOfTheOneAreNeverCountedAsTheOther(
      Moiety before,
      String milligrams,
      String protocol,
      String dose,
      String minutes,
      String vial,
      boolean planned) {
    var earlier =
        List.of(new EarlierDose(Dose.ofMilligrams(milligrams, before), AT.minusSeconds(60), true));
    var result =
        Planning.propose(
            request(protocol, "70", dose, minutes, vial, earlier),
            Amended.totals("100", "100"),
            PHYSICIAN,
            AT);

    assertThat(result instanceof Planned).isEqualTo(planned);
    if (result instanceof Planned(var plan)) {
      assertThat(plan.notices())
          .anyMatch(notice ->
              notice
                  .text()
                  .startsWith(
                      "Beside it 100 mg of %s were given in 7 days: another drug"
                          .formatted(before.genericName())));
    }
  }

  /// A site that allows 100 mg of esketamine in a week. 0.3 mg/kg at 70 kg are 21 mg; 79 mg leave
  /// room for them, of the racemate any amount does.
  @Verifies({"H12", "H56"})
  @ParameterizedTest
  @CsvSource({
    "ESKETAMINE, 79, true",
    "ESKETAMINE, 79.1, false",
    "ESKETAMINE, 100, false",
    "RACEMIC_KETAMINE, 100, true"
  })
  void aTotalOfEsketamineHoldsForItAlone(Moiety before, String milligrams, boolean planned) {
    var knowledge =
        Amended.knowledge(
            "planning/PLN-CAP-06.yaml",
            "effective: 2026-01-01",
            "effective: 2026-01-01\n    week: { value: 100, unit: mg, breached-when: \">\" }");
    var earlier =
        List.of(new EarlierDose(Dose.ofMilligrams(milligrams, before), AT.minusSeconds(60), true));

    var result =
        Planning.propose(
            request("PLN-PRO-04", "70", "0.3", "360", "25", earlier), knowledge, PHYSICIAN, AT);

    assertThat(result instanceof Planned).isEqualTo(planned);
  }

  /// The guideline's least dose is about the racemate and is not said of esketamine.
  @Test
  void theGuidelinesLeastDoseIsNotSaidOfEsketamine() {
    var plan =
        ((Planned) propose(request("PLN-PRO-04", "70", "0.3", "360", "25", List.of()))).plan();

    assertThat(plan.notices()).noneMatch(notice -> notice.rule().value().equals("PLN-NOTE-01"));
  }

  private static PlanResult propose(PlanRequest request) {
    return Planning.propose(request, SHIPPED, PHYSICIAN, AT);
  }

  private static PlanRequest request(
      String protocol,
      String kilograms,
      String dose,
      String minutes,
      String vial,
      List<EarlierDose> earlier) {
    return new PlanRequest(
        1,
        protocol,
        new DosingWeight(
            BodyWeight.ofKilograms(kilograms), AT.minus(Duration.ofHours(1)), kilograms + " kg"),
        false,
        WeightNormalisedDose.ofMilligramsPerKilogram(dose),
        new BigDecimal(minutes),
        SolutionStrength.ofMilligramsPerMillilitre(vial),
        Optional.of(Volume.ofMillilitres("2")),
        SolutionStrength.ofMilligramsPerMillilitre("1"),
        Optional.empty(),
        "",
        new AgreedBenefit(Optional.of(new BigDecimal("30")), Optional.empty(), 3, "walk"),
        new PlanFacts(Optional.empty(), BodySize.NOT_KNOWN, Optional.of("IND-CRPS"), earlier));
  }
}
