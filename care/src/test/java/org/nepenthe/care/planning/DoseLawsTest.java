package org.nepenthe.care.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nepenthe.care.chart.Identity.Sex;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.planning.PlanResult.Planned;
import org.nepenthe.care.planning.PlanResult.Refused;
import org.nepenthe.care.planning.order.BodySize;
import org.nepenthe.care.planning.order.DoseIntegrity;
import org.nepenthe.care.planning.order.DoseOrder;
import org.nepenthe.care.planning.order.DosingWeight;
import org.nepenthe.care.planning.protocol.EarlierDose;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;
import org.nepenthe.quantity.PumpRate;
import org.nepenthe.quantity.SolutionStrength;
import org.nepenthe.quantity.Volume;
import org.nepenthe.quantity.WeightNormalisedDose;

/// Laws of every plan, over seeded random requests. The numbers are compared in `double`, by other
/// equations than the code uses; relative tolerance 1e-9, and one step of syringe or pump where the
/// law says so. The caps stand here as the knowledge has them: 0.3 and 0.5 mg/kg, 2 mg/kg/h, 100
/// mg.
class DoseLawsTest {
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.shipped();
  private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
  private static final Actor PHYSICIAN = new Actor("p1", "Dr Ada Physician", Role.PHYSICIAN);
  private static final int REQUESTS = 20_000;
  private static final long SEED = 20_261_122;
  private static final String[][] VIALS = {{"10", "20"}, {"50", "10"}, {"100", "5"}, {"100", "10"}};

  @Verifies("H06")
  @Test
  void allNumbersOfEveryPlanAgree() {
    var random = new Random(SEED);
    int planned = 0;
    for (int i = 0; i < REQUESTS; i++) {
      var request = random(random);
      if (Planning.propose(request, KNOWLEDGE, PHYSICIAN, AT) instanceof Planned(var plan)) {
        planned++;
        agrees(plan.order(), "seed " + SEED + ", request " + i + ": " + request);
      }
    }
    assertThat(planned).isGreaterThan(REQUESTS / 10);
  }

  private static void agrees(DoseOrder order, String what) {
    double kilograms = order.weight().weight().asDouble();
    double dose = order.dose().asDouble();
    double drawn = order.drawn().asDouble();
    double total = drawn + order.diluent().asDouble();
    double rate = order.pumpRate().asDouble();
    double minutes = order.minutes().doubleValue();
    double asked = order.dosePerWeight().asDouble() * kilograms;
    var near = within(dose * 1e-9);

    assertThat(order.vial().asDouble() * drawn).as(what).isCloseTo(dose, near);
    assertThat(order.prepared().asDouble() * total).as(what).isCloseTo(dose, near);
    assertThat(order.doseRate().asDouble())
        .as(what)
        .isCloseTo(rate * order.prepared().asDouble(), within(1e-9 * (1 + rate)));
    // Never more than asked; short of it by less than one step of the syringe (0.01 or 0.1 mL).
    assertThat(dose).as(what).isLessThanOrEqualTo(asked * (1 + 1e-9));
    assertThat(asked - dose).as(what).isLessThan(0.1 * order.vial().asDouble() + 1e-9);
    // Never faster than asked; slower by less than one step of the pump (0.1 mL/h).
    assertThat(rate).as(what).isLessThanOrEqualTo(total * 60 / minutes * (1 + 1e-9));
    assertThat(total * 60 / minutes - rate).as(what).isLessThan(0.1 + 1e-9);
    var vials = order.vials().orElseThrow();
    assertThat(vials.count() * vials.content().asDouble()).as(what).isGreaterThanOrEqualTo(drawn);
    assertThat((vials.count() - 1) * vials.content().asDouble()).as(what).isLessThan(drawn);
    assertThat(DoseIntegrity.disagreements(order)).as(what).isEmpty();
  }

  /// No plan above any cap, whatever was asked for and given before.
  @Verifies("H12")
  @Test
  void noPlanIsAboveAnyCap() {
    var random = new Random(SEED + 1);
    for (int i = 0; i < REQUESTS; i++) {
      var request = random(random);
      var what = "seed " + (SEED + 1) + ", request " + i + ": " + request;
      switch (Planning.propose(request, KNOWLEDGE, PHYSICIAN, AT)) {
        case Planned(var plan) -> {
          var order = plan.order();
          double kilograms = order.weight().weight().asDouble();
          double highest = order.protocolId().equals("PLN-PRO-01") ? 0.3 : 0.5;
          assertThat(order.dose().asDouble() / kilograms)
              .as(what)
              .isLessThanOrEqualTo(highest * (1 + 1e-12));
          assertThat(order.doseRate().asDouble() / kilograms)
              .as(what)
              .isLessThanOrEqualTo(2 * (1 + 1e-12));
          assertThat(order.dose().asDouble() <= 100 || plan.needsSecondClinician())
              .as(what)
              .isTrue();
        }
        case Refused refused -> assertThat(refused.faults()).as(what).isNotEmpty();
      }
    }
  }

  /// A tenfold slip of any planned dose, up to the highest of the protocol, is refused or below the
  /// protocol's range, where the plan says so.
  @Verifies("H05")
  @Test
  void tenTimesOrATenthOfAPlannedDoseCrossesALimitOrIsSaid() {
    var random = new Random(SEED + 2);
    for (int i = 0; i < 2_000; i++) {
      double tenths = 1 + random.nextInt(3);
      var dose = BigDecimal.valueOf(tenths / 10);
      assertThat(propose(dose.multiply(BigDecimal.TEN))).isInstanceOf(Refused.class);
      var small = (Planned) propose(dose.movePointLeft(1));
      assertThat(small.plan().notices())
          .anyMatch(notice -> notice.text().startsWith("Below the protocol's range"));
    }
  }

  /// Each number of an order changed alone, tenfold: the order contradicts itself.
  @Verifies("H06")
  @Test
  void anOrderWithOneNumberChangedContradictsItself() {
    var order = ((Planned) propose(new BigDecimal("0.3"))).plan().order();

    assertThat(DoseIntegrity.disagreements(order)).isEmpty();
    assertThat(changed(order, 10, 1, 1, 1, 1, 1)).isNotEmpty();
    assertThat(changed(order, 1, 10, 1, 1, 1, 1)).isNotEmpty();
    assertThat(changed(order, 1, 1, 10, 1, 1, 1)).isNotEmpty();
    assertThat(changed(order, 1, 1, 1, 10, 1, 1)).isNotEmpty();
    assertThat(changed(order, 1, 1, 1, 1, 10, 1)).isNotEmpty();
    assertThat(changed(order, 1, 1, 1, 1, 1, 10)).isNotEmpty();
  }

  private static List<String> changed(
      DoseOrder order, int dose, int vial, int drawn, int diluent, int prepared, int rate) {
    return DoseIntegrity.disagreements(
        new DoseOrder(
            order.protocolId(),
            order.moiety(),
            order.weight(),
            order.dosePerWeight(),
            new Dose(times(order.dose().milligrams(), dose), order.moiety()),
            order.minutes(),
            new SolutionStrength(times(order.vial().milligramsPerMillilitre(), vial)),
            new Volume(times(order.drawn().millilitres(), drawn)),
            new Volume(times(order.diluent().millilitres(), diluent)),
            new SolutionStrength(times(order.prepared().milligramsPerMillilitre(), prepared)),
            order.doseRate(),
            new PumpRate(times(order.pumpRate().millilitresPerHour(), rate))));
  }

  private static BigDecimal times(BigDecimal number, int factor) {
    return number.multiply(BigDecimal.valueOf(factor));
  }

  private static PlanResult propose(BigDecimal dose) {
    return Planning.propose(
        KetamineEventsTest.request("PLN-PRO-01", "70", dose.toPlainString(), "10", "20"),
        KNOWLEDGE,
        PHYSICIAN,
        AT);
  }

  private static PlanRequest random(Random random) {
    var vial = VIALS[random.nextInt(VIALS.length)];
    var kilograms = decimal(random, 30, 250, 1);
    var weight = new DosingWeight(new BodyWeight(kilograms), AT, kilograms + " kg");
    var earlier = new ArrayList<EarlierDose>();
    for (int i = random.nextInt(4); i > 0; i--) {
      earlier.add(
          new EarlierDose(
              new Dose(decimal(random, 1, 200, 1), Moiety.RACEMIC_KETAMINE),
              AT.minus(Duration.ofHours(random.nextInt(400))),
              random.nextBoolean()));
    }
    return new PlanRequest(
        1 + random.nextInt(8),
        random.nextBoolean() ? "PLN-PRO-01" : "PLN-PRO-02",
        weight,
        false,
        new WeightNormalisedDose(decimal(random, 0.01, random.nextBoolean() ? 0.5 : 5, 3)),
        decimal(random, 35, 65, 0),
        SolutionStrength.ofMilligramsPerMillilitre(vial[0]),
        Optional.of(Volume.ofMillilitres(vial[1])),
        SolutionStrength.ofMilligramsPerMillilitre(
            new String[] {"0.5", "1", "2"}[random.nextInt(3)]),
        random.nextBoolean() ? Optional.of(SoftCapReason.BODY_WEIGHT) : Optional.empty(),
        "",
        new AgreedBenefit(Optional.of(new BigDecimal("30")), Optional.empty(), 3, "walk"),
        new PlanFacts(
            Optional.empty(),
            random.nextBoolean()
                ? new BodySize(Optional.of(decimal(random, 150, 200, 0)), Sex.FEMALE)
                : BodySize.NOT_KNOWN,
            Optional.empty(),
            earlier));
  }

  private static BigDecimal decimal(Random random, double from, double to, int decimals) {
    return BigDecimal.valueOf(from + random.nextDouble() * (to - from))
        .setScale(decimals, RoundingMode.HALF_UP)
        .max(new BigDecimal("0.001"));
  }
}
