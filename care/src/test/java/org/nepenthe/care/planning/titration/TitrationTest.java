package org.nepenthe.care.planning.titration;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.decision.DecisionRecord;
import org.nepenthe.care.planning.AgreedBenefit;
import org.nepenthe.care.planning.protocol.EarlierDose;
import org.nepenthe.care.planning.protocol.Protocol;
import org.nepenthe.care.planning.titration.LastInfusion.Grade;
import org.nepenthe.care.planning.titration.LastInfusion.Unwanted;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;
import org.nepenthe.quantity.WeightNormalisedDose;

/// Same, up, down or stop: boundary tables with the outcome stated, and laws over seeded random
/// infusions. Limits as the knowledge has them: a step of 0.1 mg/kg, 0.1 to 0.3 and 0.1 to 0.5
/// mg/kg, 200/120 and 180/110 mmHg, RASS -3, SpO2 92 %, 30 % agreed by infusion 3.
class TitrationTest {
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.shipped();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
  private static final long SEED = 4_711;
  private static final AgreedBenefit AGREED =
      new AgreedBenefit(Optional.of(new BigDecimal("30")), Optional.empty(), 3, "walk");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # pain fell %, infusion, dose, proposed, at
          # tolerated, no answer yet: up, until the protocol's highest or the agreed infusion
          10, 1, 0.1, Up, 0.2
          29.9, 2, 0.2, Up, 0.3
          10, 1, 0.25, Up, 0.3
          10, 1, 0.3, Same, 0.3
          # the agreed benefit: the lowest dose that works is kept
          30, 1, 0.2, Same, 0.2
          30, 3, 0.2, Same, 0.2
          60, 5, 0.2, Same, 0.2
          # no answer by the agreed infusion: stop, never more
          29.9, 3, 0.2, Stop,
          0, 3, 0.1, Stop,
          -20, 4, 0.1, Stop,
          # nobody asked: neither more nor stop
          , 1, 0.2, Same, 0.2
          , 3, 0.2, Same, 0.2
          """)
  void byTheAnswer(
      @Nullable BigDecimal fall, int number, String dose, String kind, @Nullable BigDecimal at) {
    expect(propose(last(number, dose, calm(), List.of(), fall)), kind, at);
  }

  @Verifies("H12")
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # parameter, value, proposed, at      (0.2 mg/kg before, no answer yet)
          systolic, 180, Up, 0.3
          systolic, 180.1, Same, 0.2
          systolic, 200, Same, 0.2
          systolic, 200.1, Down, 0.1
          systolic, 90, Up, 0.3
          systolic, 89.9, Down, 0.1
          diastolic, 110, Up, 0.3
          diastolic, 111, Same, 0.2
          diastolic, 121, Down, 0.1
          sedation, -2, Up, 0.3
          sedation, -3, Down, 0.1
          sedation, 1, Up, 0.3
          sedation, 2, Same, 0.2
          dissociation, 7, Up, 0.3
          dissociation, 8, Same, 0.2
          saturation, 92, Up, 0.3
          saturation, 91, Down, 0.1
          """)
  void byWhatWasObserved(String parameter, BigDecimal value, String kind, BigDecimal at) {
    var observed = new HashMap<>(calm());
    observed.put(parameter, List.of(observed.get(parameter).getFirst(), value));

    expect(propose(last(1, "0.2", observed, List.of(), BigDecimal.ZERO)), kind, at);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # grade, dose, proposed, at
          MILD, 0.2, Same, 0.2
          MODERATE, 0.2, Down, 0.1
          MODERATE, 0.15, Down, 0.1
          MODERATE, 0.1, Stop,
          SEVERE, 0.2, Stop,
          LIFE_THREATENING, 0.2, Stop,
          """)
  void byAdverseEvents(Grade grade, String dose, String kind, @Nullable BigDecimal at) {
    var events = List.of(new Unwanted("nausea", grade));

    expect(propose(last(1, dose, calm(), events, BigDecimal.ZERO)), kind, at);
  }

  @ParameterizedTest
  @CsvSource({"systolic", "diastolic", "saturation", "sedation", "dissociation"})
  void whatNobodyObservedNeverRaisesADose(String parameter) {
    var observed = new HashMap<>(calm());
    observed.remove(parameter);
    var proposed = propose(last(1, "0.2", observed, List.of(), BigDecimal.ZERO));

    expect(proposed, "Same", new BigDecimal("0.2"));
    assertThat(proposed.reasons())
        .anyMatch(reason -> reason.verdict().observed().contains("never observed: " + parameter));
  }

  /// What happened is what the reason says.
  @Verifies("H37")
  @Test
  void theReasonSaysWhatHappened() {
    var calm = last(1, "0.2", calm(), List.of(new Unwanted("nausea", Grade.MODERATE)), null);
    var stopped =
        new LastInfusion(
            1,
            calm.dose(),
            calm.minutes(),
            calm.dosedOn(),
            calm.actual(),
            calm.observed(),
            calm.events(),
            Optional.of("the patient asked"),
            calm.painFall(),
            calm.functionFall());

    assertThat(propose(stopped).reasons())
        .extracting(reason -> reason.title() + ": " + reason.verdict().observed())
        .contains(
            "An adverse event: nausea, moderate", "Stopped before its end: the patient asked");
  }

  @Test
  void stoppedBeforeItsEndIsNotRaised() {
    var calm = last(1, "0.2", calm(), List.of(), BigDecimal.ZERO);
    var stopped =
        new LastInfusion(
            1,
            calm.dose(),
            calm.minutes(),
            calm.dosedOn(),
            calm.actual(),
            calm.observed(),
            List.of(),
            Optional.of("the patient asked"),
            calm.painFall(),
            Optional.empty());

    expect(propose(stopped), "Same", new BigDecimal("0.2"));
  }

  /// 210 kg: 100 mg without a second clinician is 0.476 mg/kg.
  @Verifies("H09")
  @Test
  void aSoftCapIsNotProposedAway() {
    var last =
        new LastInfusion(
            1,
            WeightNormalisedDose.ofMilligramsPerKilogram("0.4"),
            BigDecimal.valueOf(40),
            BodyWeight.ofKilograms("210"),
            BodyWeight.ofKilograms("210"),
            calm(),
            List.of(),
            Optional.empty(),
            Optional.of(BigDecimal.ZERO),
            Optional.empty());
    var proposed =
        Titration.propose(
            last, AGREED, protocol("PLN-PRO-02"), List.of(), KNOWLEDGE, DAY, "test", AT);

    expect(proposed, "Up", new BigDecimal("0.476"));
    assertThat(proposed.reasons()).anyMatch(reason -> reason.rule().value().equals("PLN-CAP-02"));
  }

  @Verifies("H37")
  @Test
  void everyReasonCarriesItsRuleItsValueAndItsLimit() {
    var observed = new HashMap<>(calm());
    observed.put("systolic", List.of(new BigDecimal("190")));
    var proposed = propose(last(1, "0.2", observed, List.of(), BigDecimal.ZERO));

    assertThat(proposed.reasons())
        .allSatisfy(reason -> {
          assertThat(reason.evidence()).isNotEmpty();
          assertThat(reason.limit()).isNotBlank();
          assertThat(reason.verdict().observed()).isNotBlank();
        });
    assertThat(proposed.reasons())
        .anyMatch(reason ->
            reason.rule().value().equals("INF-BP-02")
                && reason.verdict().observed().equals("systolic 190 mmHg")
                && reason.limit().equals("above 180 mmHg"));
    assertThat(proposed.reasons().getFirst().against()).isNotEmpty();
    // The step of the racemate is known, and nothing is said about it.
    assertThat(proposed.reasons()).noneMatch(reason -> reason.title().contains("step"));
  }

  /// Never above any cap, never more than one step up; a worse tolerability never raises.
  @Verifies("H12")
  @Test
  void neverAboveACapAndNeverUpForTheWorse() {
    var random = new Random(SEED);
    for (int i = 0; i < 5_000; i++) {
      var what = "seed " + SEED + ", infusion " + i;
      boolean second = random.nextBoolean();
      double highest = second ? 0.5 : 0.3;
      var last = random(random, highest);
      var worse = worse(last, random);
      var protocol = protocol(second ? "PLN-PRO-02" : "PLN-PRO-01");
      var earlier = earlier(random);

      var proposed =
          Titration.propose(last, AGREED, protocol, earlier, KNOWLEDGE, DAY, "test", AT).outcome();
      var afterWorse =
          Titration.propose(worse, AGREED, protocol, earlier, KNOWLEDGE, DAY, "test", AT).outcome();

      double dose = proposed.dose().map(WeightNormalisedDose::asDouble).orElse(0.0);
      double before = last.dose().asDouble();
      assertThat(dose).as(what).isLessThanOrEqualTo(highest);
      assertThat(dose).as(what).isLessThanOrEqualTo(before + 0.1 + 1e-12);
      assertThat(dose * last.actual().asDouble()).as(what).isLessThanOrEqualTo(100 + 1e-9);
      assertThat(dose * 60 / last.minutes().doubleValue()).as(what).isLessThanOrEqualTo(2 + 1e-9);
      assertThat(afterWorse.dose().map(WeightNormalisedDose::asDouble).orElse(0.0))
          .as(what)
          .isLessThanOrEqualTo(dose);
    }
  }

  private static LastInfusion random(Random random, double highest) {
    var observed = new HashMap<String, List<BigDecimal>>();
    put(observed, "systolic", 80 + random.nextInt(140), random);
    put(observed, "diastolic", 50 + random.nextInt(80), random);
    put(observed, "saturation", 84 + random.nextInt(16), random);
    put(observed, "sedation", -5 + random.nextInt(8), random);
    put(observed, "dissociation", random.nextInt(11), random);
    var events = new ArrayList<Unwanted>();
    if (random.nextInt(4) == 0) {
      events.add(new Unwanted("nausea", Grade.values()[random.nextInt(4)]));
    }
    var weight = BodyWeight.ofKilograms(30.0 + random.nextInt(220));
    return new LastInfusion(
        1 + random.nextInt(6),
        new WeightNormalisedDose(BigDecimal.valueOf(1 + random.nextInt((int) (highest * 1000)), 3)),
        BigDecimal.valueOf(40L + random.nextInt(21)),
        weight,
        weight,
        observed,
        events,
        random.nextInt(5) == 0 ? Optional.of("asked") : Optional.empty(),
        random.nextInt(4) == 0
            ? Optional.empty()
            : Optional.of(BigDecimal.valueOf(random.nextInt(120) - 40L)),
        Optional.empty());
  }

  private static void put(
      Map<String, List<BigDecimal>> observed, String parameter, int value, Random random) {
    if (random.nextInt(12) > 0) {
      observed.put(parameter, List.of(BigDecimal.valueOf(value)));
    }
  }

  /// One thing worse: another adverse event, a worse value added, or a value never observed.
  private static LastInfusion worse(LastInfusion last, Random random) {
    var observed = new HashMap<>(last.observed());
    var events = new ArrayList<>(last.events());
    switch (random.nextInt(4)) {
      case 0 -> events.add(new Unwanted("vomiting", Grade.values()[random.nextInt(4)]));
      case 1 -> add(observed, "systolic", 180 + random.nextInt(60));
      case 2 -> add(observed, "sedation", -5);
      case 3 -> observed.remove("systolic");
      default -> throw new AssertionError();
    }
    boolean hides = !observed.containsKey("systolic") && last.observed().containsKey("systolic");
    return new LastInfusion(
        last.number(),
        last.dose(),
        last.minutes(),
        last.dosedOn(),
        last.actual(),
        hides && alarming(last) ? last.observed() : observed,
        events,
        last.stoppedEarly(),
        last.painFall(),
        last.functionFall());
  }

  /// A value that breached a limit is not made worse by nobody having seen it.
  private static boolean alarming(LastInfusion last) {
    return last.observed().get("systolic").stream()
        .anyMatch(value -> value.intValue() > 200 || value.intValue() < 90);
  }

  private static void add(Map<String, List<BigDecimal>> observed, String parameter, int value) {
    var values = new ArrayList<>(observed.getOrDefault(parameter, List.of()));
    boolean firstEver = values.isEmpty();
    values.add(BigDecimal.valueOf(value));
    if (!firstEver) {
      observed.put(parameter, values);
    }
  }

  private static List<EarlierDose> earlier(Random random) {
    var earlier = new ArrayList<EarlierDose>();
    for (int i = random.nextInt(4); i > 0; i--) {
      earlier.add(
          new EarlierDose(
              Dose.ofMilligrams("35", Moiety.RACEMIC_KETAMINE),
              AT.minus(Duration.ofDays(i)),
              true));
    }
    return earlier;
  }

  private static DecisionRecord<NextDose> propose(LastInfusion last) {
    return Titration.propose(
        last, AGREED, protocol("PLN-PRO-01"), List.of(), KNOWLEDGE, DAY, "test", AT);
  }

  private static void expect(
      DecisionRecord<NextDose> proposed, String kind, @Nullable BigDecimal at) {
    assertThat(proposed.outcome().getClass().getSimpleName()).isEqualTo(kind);
    if (at == null) {
      assertThat(proposed.outcome().dose()).isEmpty();
    } else {
      assertThat(proposed.outcome().dose().orElseThrow().milligramsPerKilogram())
          .isEqualByComparingTo(at);
    }
  }

  private static Protocol protocol(String id) {
    return Protocol.find(KNOWLEDGE, id, DAY).orElseThrow();
  }

  private static Map<String, List<BigDecimal>> calm() {
    return Map.of(
        "systolic", List.of(new BigDecimal("130")),
        "diastolic", List.of(new BigDecimal("80")),
        "saturation", List.of(new BigDecimal("97")),
        "sedation", List.of(BigDecimal.ZERO),
        "dissociation", List.of(BigDecimal.valueOf(3)));
  }

  private static LastInfusion last(
      int number,
      String dose,
      Map<String, List<BigDecimal>> observed,
      List<Unwanted> events,
      @Nullable BigDecimal fall) {
    return new LastInfusion(
        number,
        WeightNormalisedDose.ofMilligramsPerKilogram(dose),
        BigDecimal.valueOf(40),
        BodyWeight.ofKilograms("70"),
        BodyWeight.ofKilograms("70"),
        observed,
        events,
        Optional.empty(),
        Optional.ofNullable(fall),
        Optional.empty());
  }
}
