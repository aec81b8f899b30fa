package org.nepenthe.care.surveillance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nepenthe.care.infusion.Chair.DAY;
import static org.nepenthe.care.infusion.Chair.KNOWLEDGE;
import static org.nepenthe.care.infusion.Chair.NINA;
import static org.nepenthe.care.infusion.Chair.minute;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.chart.Concepts;
import org.nepenthe.care.chart.Measurement;
import org.nepenthe.care.chart.Provenance;
import org.nepenthe.care.decision.Coded;
import org.nepenthe.care.infusion.Chair;
import org.nepenthe.care.infusion.InfusionCommand;
import org.nepenthe.care.infusion.InfusionLog;
import org.nepenthe.care.surveillance.CheckDone.Finding;
import org.nepenthe.care.surveillance.CheckDue.State;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;

/// One infusion from minute 0 to 40; the course opened at minute -1,000.
class SurveillanceTest {
  private static final List<Check> CHECKS = Check.all(KNOWLEDGE, DAY);
  private final List<CheckDone> done = new ArrayList<>();
  private final List<Measurement> chart = new ArrayList<>();
  private final List<InfusionLog> infusions = new ArrayList<>(List.of(infusion(40)));

  @Verifies({"H51", "H52", "H53"})
  @Test
  void whatNobodyEverCheckedIsDue() {
    infusions.clear();
    assertThat(CHECKS)
        .extracting(Check::title)
        .containsExactlyInAnyOrder(
            "Blood pressure",
            "Liver tests",
            "Bladder symptoms",
            "Urinalysis",
            "Dependence and misuse");
    assertThat(CHECKS).allSatisfy(check -> assertThat(state(check.id())).isEqualTo(State.DUE));
  }

  @Verifies("H53")
  @ParameterizedTest
  @CsvSource({"-10, DUE", "50, DONE"})
  void bladderSymptomsAreAskedAgainAfterEachInfusion(double minute, State expected) {
    done("FUP-CHK-BLADDER", Finding.UNREMARKABLE, minute);

    assertThat(state("FUP-CHK-BLADDER")).isEqualTo(expected);
  }

  @Verifies("H51")
  @ParameterizedTest
  @CsvSource({"-1001, DUE", "-999, DONE", "50, DONE"})
  void misuseIsLookedForOnceInEachCourse(double minute, State expected) {
    done("FUP-CHK-MISUSE", Finding.UNREMARKABLE, minute);

    assertThat(state("FUP-CHK-MISUSE")).isEqualTo(expected);
  }

  @Verifies("H52")
  @Test
  void noIntervalIsInventedForLiverTests() {
    measured("1742-6", "ALT", minute(-5000));

    assertThat(state("FUP-CHK-LIVER")).isEqualTo(State.SITE_SETS);
  }

  @Verifies("H52")
  @Test
  void anAbnormalFindingIsNotClearedByANumberNobodyJudged() {
    done("FUP-CHK-LIVER", Finding.ABNORMAL, 100);
    measured("1742-6", "ALT", minute(200));
    assertThat(state("FUP-CHK-LIVER")).isEqualTo(State.ABNORMAL);

    done("FUP-CHK-LIVER", Finding.UNREMARKABLE, 300);
    assertThat(state("FUP-CHK-LIVER")).isEqualTo(State.SITE_SETS);
  }

  @Verifies("H52")
  @Test
  void aResultThatIsNotThereIsAwaited() {
    done("FUP-CHK-LIVER", Finding.WAITING, 100);

    assertThat(state("FUP-CHK-LIVER")).isEqualTo(State.WAITING);
  }

  @Test
  void whatIsDatedInTheFutureHasNotHappened() {
    done("FUP-CHK-BLADDER", Finding.UNREMARKABLE, 100_000);

    assertThat(state("FUP-CHK-BLADDER")).isEqualTo(State.DUE);
  }

  @Test
  void pressureAtTheChairCounts() {
    // Observed at minute -5, before the infusion only.
    assertThat(state("FUP-CHK-BP")).isEqualTo(State.DUE);

    infusions.clear();
    infusions.add(
        Chair.running()
            .looked(10)
            .accepts(40, NINA, new InfusionCommand.Stop("all given", Optional.empty()))
            .log());
    assertThat(state("FUP-CHK-BP")).isEqualTo(State.DONE);
  }

  /// 52.5 mL/h of 1 mg/mL: 35 mg in 40 min, 17.5 mg in 20 min, 52.5 mg together.
  @Verifies("H51")
  @Test
  void exposureIsTheSumOfWhatWasGiven() {
    var exposure = Exposure.of(List.of(infusion(40), infusion(20)), minute(500));

    assertThat(exposure).hasSize(1);
    assertThat(exposure.getFirst().moiety()).isEqualTo(Moiety.RACEMIC_KETAMINE);
    assertThat(exposure.getFirst().infusions()).isEqualTo(2);
    assertThat(exposure.getFirst().known().milligrams()).isEqualByComparingTo("52.5");
    assertThat(exposure.getFirst().certain()).isTrue();
  }

  @Test
  void anUnknownStretchIsCountedBeside() {
    var chair = Chair.running().looked(10);
    chair.accepts(20, Chair.SYSTEM, new InfusionCommand.Interrupt(minute(20)));

    var exposure = Exposure.of(List.of(chair.log()), minute(30)).getFirst();

    // 20 min known, 10 min unknown: 17.5 mg, at most 26.25 mg.
    assertThat(exposure.known())
        .isEqualTo(new Dose(exposure.known().milligrams(), Moiety.RACEMIC_KETAMINE));
    assertThat(exposure.known().milligrams()).isEqualByComparingTo("17.5");
    assertThat(exposure.atMost().milligrams()).isEqualByComparingTo("26.25");
    assertThat(exposure.certain()).isFalse();
  }

  @Test
  void whatWasNeverStartedIsNoExposure() {
    assertThat(Exposure.of(List.of(Chair.ready().log()), minute(500))).isEmpty();
  }

  private static InfusionLog infusion(double stoppedAt) {
    return Chair.running()
        .accepts(stoppedAt, NINA, new InfusionCommand.Stop("stopped", Optional.empty()))
        .log();
  }

  private State state(String check) {
    var facts =
        new Surveillance.Facts(chart, Concepts.of(KNOWLEDGE, DAY), done, minute(-1000), infusions);
    return Surveillance.due(CHECKS, facts, NOW).stream()
        .filter(due -> due.check().id().equals(check))
        .findFirst()
        .orElseThrow()
        .state();
  }

  private static final Instant NOW = Chair.NOON.plus(Duration.ofDays(3));

  private void done(String check, Finding finding, double minute) {
    done.add(new CheckDone(check, finding, "", minute(minute), NINA));
  }

  private void measured(String loinc, String display, Instant at) {
    chart.add(
        new Measurement(
            Measurement.Category.LABORATORY,
            new Coded.Known("http://loinc.org", loinc, display),
            BigDecimal.valueOf(40),
            "U/L",
            Optional.empty(),
            at,
            new Provenance("test", "1", at, "u1")));
  }
}
