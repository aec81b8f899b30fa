package org.nepenthe.care.planning.titration;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.planning.AgreedBenefit;
import org.nepenthe.care.planning.Amended;
import org.nepenthe.care.planning.protocol.EarlierDose;
import org.nepenthe.care.planning.protocol.Protocol;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;
import org.nepenthe.quantity.WeightNormalisedDose;

/// What was agreed as benefit in either way, a limit that is switched off, and totals that leave
/// nothing. 0.2 mg/kg were given at 70 kg; outcomes stated by hand.
class TitrationGuardsTest {
  private static final KnowledgeBase SHIPPED = KnowledgeBase.shipped();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");

  /// Either agreed change is benefit; what nobody asked is not known, and never raises a dose.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # agreed pain fall, agreed PEG fall, pain fell, PEG fell, number, proposed
          30, , 29.9, , 1, Up
          30, , 30, , 1, Same
          , 30, , 29.9, 1, Up
          , 30, , 30, 1, Same
          , 30, 60, 0, 1, Up
          30, 30, 0, 0, 1, Up
          30, 30, 30, 0, 1, Same
          30, 30, 0, 30, 1, Same
          30, 30, 0, , 1, Same
          30, 30, 30, , 1, Same
          , , 60, 60, 1, Same
          # by the third infusion
          , 30, , 29.9, 3, Stop
          , 30, , 29.9, 2, Up
          30, 30, 0, , 3, Same
          30, 30, 0, 0, 3, Stop
          """)
  void eitherAgreedChangeIsBenefit(
      @Nullable BigDecimal agreedPain,
      @Nullable BigDecimal agreedFunction,
      @Nullable BigDecimal pain,
      @Nullable BigDecimal function,
      int number,
      String proposed) {
    var agreed =
        new AgreedBenefit(
            Optional.ofNullable(agreedPain), Optional.ofNullable(agreedFunction), 3, "walk");
    var last = last(number, calm("130"), Optional.ofNullable(pain), Optional.ofNullable(function));

    assertThat(kind(last, agreed, List.of(), SHIPPED)).isEqualTo(proposed);
  }

  /// 190 mmHg is above 180, which calls somebody to watch: not up, unless the site switched that
  /// limit off, or it is not in force yet.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # in the file, instead, proposed
          status: draft, status: draft, Same
          '  - effective: 2026-01-01', '  - effective: 2026-01-01\n    use: "off"', Up
          'effective: 2026-01-01', 'effective: 2027-01-01', Up
          """)
  void aLimitThatIsNotInForceSaysNothing(String piece, String instead, String proposed) {
    var knowledge =
        Amended.knowledge("infusion/INF-BP-02.yaml", piece, instead.replace("\\n", "\n"));
    var last = last(1, calm("190"), Optional.of(BigDecimal.ZERO), Optional.empty());

    assertThat(kind(last, pain(), List.of(), knowledge)).isEqualTo(proposed);
  }

  /// The site allows 60 mg in a week; 0.3 mg/kg at 70 kg would be 21 mg. Half a thousandth of a
  /// mg/kg, which nobody orders, is 0.07 mg at 70 kg.
  @Verifies("H12")
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # given mg, proposed
          39, Up
          45, Up
          46, Same
          47, Down
          59.9, Down
          59.95, Stop
          60, Stop
          70, Stop
          """)
  void whereNothingIsLeftNothingIsProposed(String given, String proposed) {
    var earlier =
        new EarlierDose(
            Dose.ofMilligrams(given, Moiety.RACEMIC_KETAMINE), AT.minus(Duration.ofDays(1)), true);
    var last = last(1, calm("130"), Optional.of(BigDecimal.ZERO), Optional.empty());

    assertThat(kind(last, pain(), List.of(earlier), Amended.totals("60", "1000")))
        .isEqualTo(proposed);
  }

  /// Of esketamine no step is known: 0.6 mg/kg at 70 kg over 6 h are never raised, what was too
  /// much goes down to the protocol's lowest, 0.3 mg/kg, and below that there is nothing.
  @Verifies("H12")
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # mg/kg, systolic, pain fell, number, proposed, at
          0.6, 130, 0, 1, Same, 0.6
          0.6, 130, 30, 1, Same, 0.6
          0.6, 181, 0, 1, Same, 0.6
          0.6, 201, 0, 1, Down, 0.3
          0.3, 201, 0, 1, Stop,
          0.6, 130, 0, 3, Stop,
          """)
  void withoutAStepNothingIsRaised(
      String dose,
      String systolic,
      BigDecimal pain,
      int number,
      String proposed,
      @Nullable BigDecimal at) {
    var last =
        new LastInfusion(
            number,
            WeightNormalisedDose.ofMilligramsPerKilogram(dose),
            BigDecimal.valueOf(360),
            BodyWeight.ofKilograms("70"),
            BodyWeight.ofKilograms("70"),
            calm(systolic),
            List.of(),
            Optional.empty(),
            Optional.of(pain),
            Optional.empty());

    var decision =
        Titration.propose(
            last,
            pain(),
            Protocol.find(SHIPPED, "PLN-PRO-04", DAY).orElseThrow(),
            List.of(),
            SHIPPED,
            DAY,
            "test",
            AT);

    assertThat(decision.outcome().getClass().getSimpleName()).isEqualTo(proposed);
    if (at != null) {
      assertThat(decision.outcome().dose().orElseThrow().milligramsPerKilogram())
          .isEqualByComparingTo(at);
    }
    assertThat(decision.reasons())
        .anyMatch(reason ->
            reason.rule().value().equals("PLN-TTR-02")
                && reason.verdict().observed().contains("no source says it"));
  }

  private static AgreedBenefit pain() {
    return new AgreedBenefit(Optional.of(new BigDecimal("30")), Optional.empty(), 3, "walk");
  }

  private static String kind(
      LastInfusion last, AgreedBenefit agreed, List<EarlierDose> earlier, KnowledgeBase knowledge) {
    return Titration.propose(
            last,
            agreed,
            Protocol.find(knowledge, "PLN-PRO-01", DAY).orElseThrow(),
            earlier,
            knowledge,
            DAY,
            "test",
            AT)
        .outcome()
        .getClass()
        .getSimpleName();
  }

  private static Map<String, List<BigDecimal>> calm(String systolic) {
    return Map.of(
        "systolic", List.of(new BigDecimal(systolic)),
        "diastolic", List.of(new BigDecimal("80")),
        "saturation", List.of(new BigDecimal("97")),
        "sedation", List.of(BigDecimal.ZERO),
        "dissociation", List.of(BigDecimal.valueOf(3)));
  }

  private static LastInfusion last(
      int number,
      Map<String, List<BigDecimal>> observed,
      Optional<BigDecimal> pain,
      Optional<BigDecimal> function) {
    return new LastInfusion(
        number,
        WeightNormalisedDose.ofMilligramsPerKilogram("0.2"),
        BigDecimal.valueOf(40),
        BodyWeight.ofKilograms("70"),
        BodyWeight.ofKilograms("70"),
        observed,
        List.of(),
        Optional.empty(),
        pain,
        function);
  }
}
