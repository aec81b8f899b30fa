package org.nepenthe.bedside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nepenthe.quantity.Moiety.RACEMIC_KETAMINE;

import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nepenthe.pharmacology.Ensemble;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.HeartRate;
import org.nepenthe.quantity.OxygenSaturation;
import org.nepenthe.quantity.Pressure;
import org.nepenthe.quantity.RespiratoryRate;

class SimulatedChairTest {
  private static final BodyWeight WEIGHT = BodyWeight.ofKilograms("70");

  @Test
  void itSaysThatItIsInvented() {
    assertThat(SimulatedChair.LABEL).isEqualTo("Simulated bedside: invented physiology");
  }

  @Test
  void theSameSeedIsTheSamePatientHoweverTimeGoesOn() {
    var inSteps = chair(7, Scenario.TYPICAL);
    for (double minute = 0.25; minute <= 30; minute += 0.25) {
      inSteps.advanceTo(minute, infusion("35"));
      inSteps.monitor();
    }
    var atOnce = chair(7, Scenario.TYPICAL);
    atOnce.advanceTo(30, infusion("35"));
    assertThat(atOnce.monitor()).isEqualTo(inSteps.monitor());
    assertThat(atOnce.ask()).isEqualTo(inSteps.ask());
    assertThat(atOnce.monitor()).isEqualTo(atOnce.monitor());
  }

  @Test
  void anotherSeedIsAnotherPatient() {
    long different =
        LongStream.range(0, 20)
            .mapToObj(seed -> at(30, seed, "35", Scenario.TYPICAL).monitor())
            .distinct()
            .count();
    assertThat(different).isGreaterThan(15);
  }

  @Test
  void moreDrugMeansMoreEffectOnAverage() {
    String[] doses = {"0", "7", "21", "35", "70"};
    for (int i = 1; i < doses.length; i++) {
      String less = doses[i - 1];
      String more = doses[i];
      assertThat(average(more, SimulatedChairTest::systolic))
          .isGreaterThan(average(less, SimulatedChairTest::systolic));
      assertThat(average(more, SimulatedChairTest::heart))
          .isGreaterThan(average(less, SimulatedChairTest::heart));
      assertThat(average(more, SimulatedChairTest::saturation))
          .isLessThan(average(less, SimulatedChairTest::saturation));
      assertThat(average(more, chair -> chair.ask().dissociation()))
          .isGreaterThan(average(less, chair -> chair.ask().dissociation()));
      assertThat(average(more, chair -> chair.ask().pain()))
          .isLessThan(average(less, chair -> chair.ask().pain()));
    }
  }

  @Test
  void theEffectWearsOff() {
    var chair = chair(3, Scenario.TYPICAL);
    chair.advanceTo(40, infusion("35"));
    double peak = systolic(chair);
    chair.advanceTo(1440, infusion("35"));
    assertThat(systolic(chair))
        .isLessThan(peak - 10)
        .isCloseTo(128, org.assertj.core.data.Offset.offset(9.0));
  }

  @Test
  void scenariosTellApart() {
    assertThat(mean(Scenario.HYPERTENSIVE_RESPONDER, SimulatedChairTest::systolic))
        .isGreaterThan(mean(Scenario.TYPICAL, SimulatedChairTest::systolic) + 20);
    assertThat(mean(Scenario.SHALLOW_BREATHER, SimulatedChairTest::saturation))
        .isLessThan(mean(Scenario.TYPICAL, SimulatedChairTest::saturation) - 2);
    assertThat(mean(Scenario.NAUSEATED, chair -> chair.ask().nausea()))
        .isGreaterThan(mean(Scenario.TYPICAL, chair -> chair.ask().nausea()) + 1);
    assertThat(mean(Scenario.DISSOCIATED, chair -> chair.ask().dissociation()))
        .isGreaterThan(mean(Scenario.TYPICAL, chair -> chair.ask().dissociation()) + 1);
  }

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void neverOutsideWhatABodyCanShow(Scenario scenario) {
    for (long seed = 0; seed < 40; seed++) {
      for (var baseline :
          new Baseline[] {Baseline.calmAdult(), extreme("239", "139"), extreme("71", "41")}) {
        var chair = new SimulatedChair(seed, WEIGHT, baseline, scenario);
        for (double minute : Minutes.every(5, 120)) {
          chair.advanceTo(minute, infusion("3500"));
          inRange(chair.monitor());
          var answers = chair.ask();
          assertThat(answers.dissociation()).isBetween(0, 10);
          assertThat(answers.nausea()).isBetween(0, 10);
          assertThat(answers.pain()).isBetween(0, 10);
          assertThat(answers.sedation()).isBetween(-3, 0);
        }
      }
    }
  }

  @Test
  void aDisconnectedMonitorHasNoValues() {
    var chair = at(10, 1, "35", Scenario.TYPICAL);
    chair.setFault(MonitorFault.DISCONNECTED);
    chair.advanceTo(11, infusion("35"));
    assertThat(chair.monitor()).isEqualTo(MonitorReading.nothing(11));
    chair.setFault(MonitorFault.NONE);
    assertThat(chair.monitor().heartRate()).isPresent();
    assertThat(chair.monitor().measuredAtMinute()).isEqualTo(11);
  }

  @Test
  void aFrozenMonitorRepeatsOldValuesWithTheirOldTime() {
    var chair = at(10, 1, "35", Scenario.TYPICAL);
    var before = chair.monitor();
    chair.setFault(MonitorFault.FROZEN);
    chair.advanceTo(25, infusion("35"));
    assertThat(chair.monitor()).isEqualTo(before);
    assertThat(chair.monitor().measuredAtMinute()).isEqualTo(10);
    assertThat(chair.minute()).isEqualTo(25);
    chair.setFault(MonitorFault.NONE);
    assertThat(chair.monitor().measuredAtMinute()).isEqualTo(25);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # fault,       pressure, saturation
          NONE,          true,     true
          NO_PRESSURE,   false,    true
          NO_SATURATION, true,     false
          """)
  void aFailedSensorIsAbsentAndTheOthersStay(
      MonitorFault fault, boolean pressure, boolean saturation) {
    var chair = at(10, 1, "35", Scenario.TYPICAL);
    chair.setFault(fault);
    var reading = chair.monitor();
    assertThat(reading.systolic().isPresent()).isEqualTo(pressure);
    assertThat(reading.diastolic().isPresent()).isEqualTo(pressure);
    assertThat(reading.mean().isPresent()).isEqualTo(pressure);
    assertThat(reading.saturation().isPresent()).isEqualTo(saturation);
    assertThat(reading.heartRate()).isPresent();
    assertThat(reading.respiratoryRate()).isPresent();
  }

  /// A forecast that the chair followed exactly would prove nothing about following advice.
  @Test
  void theBodyIsNoneOfTheForecastingModels() {
    var noise = new SeededNoise(1);
    var body = InventedPhysiology.of(WEIGHT, Baseline.calmAdult(), Scenario.TYPICAL, noise).body();
    assertThat(body.compartments()).isEqualTo(2);
    for (var model : Ensemble.intravenousAdult().models()) {
      assertThat(model.structure().compartments()).isNotEqualTo(body.compartments());
    }
  }

  @Test
  void timeDoesNotGoBackAndABaselineMustMakeSense() {
    var chair = at(10, 1, "35", Scenario.TYPICAL);
    assertThatThrownBy(() -> chair.advanceTo(9, infusion("35")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("time cannot go back");
    assertThatThrownBy(() -> chair.advanceTo(Double.NaN, infusion("35")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> extreme("80", "80"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("diastolic pressure must lie below systolic, was 80/80 mmHg");
  }

  private static void inRange(MonitorReading reading) {
    assertThat(reading.heartRate().orElseThrow().asDouble()).isBetween(40.0, 160.0);
    double systolic = reading.systolic().orElseThrow().asDouble();
    double diastolic = reading.diastolic().orElseThrow().asDouble();
    assertThat(systolic).isBetween(70.0, 240.0);
    assertThat(diastolic).isBetween(40.0, 140.0).isLessThan(systolic);
    assertThat(reading.mean().orElseThrow().asDouble()).isBetween(diastolic, systolic);
    assertThat(reading.saturation().orElseThrow().asDouble()).isBetween(80.0, 100.0);
    assertThat(reading.respiratoryRate().orElseThrow().asDouble()).isBetween(6.0, 30.0);
  }

  private static Baseline extreme(String systolic, String diastolic) {
    return new Baseline(
        HeartRate.ofBeatsPerMinute("150"),
        Pressure.ofMillimetresOfMercury(systolic),
        Pressure.ofMillimetresOfMercury(diastolic),
        OxygenSaturation.ofPercent("88"),
        RespiratoryRate.ofBreathsPerMinute("8"),
        10);
  }

  private static double average(String milligrams, ToDoubleFunction<SimulatedChair> value) {
    return LongStream.range(0, 60)
        .mapToDouble(seed -> value.applyAsDouble(at(38, seed, milligrams, Scenario.TYPICAL)))
        .average()
        .orElseThrow();
  }

  private static double mean(Scenario scenario, ToDoubleFunction<SimulatedChair> value) {
    return LongStream.range(0, 60)
        .mapToDouble(seed -> value.applyAsDouble(at(38, seed, "35", scenario)))
        .average()
        .orElseThrow();
  }

  private static SimulatedChair at(double minute, long seed, String milligrams, Scenario scenario) {
    var chair = chair(seed, scenario);
    chair.advanceTo(minute, infusion(milligrams));
    return chair;
  }

  private static SimulatedChair chair(long seed, Scenario scenario) {
    return new SimulatedChair(seed, WEIGHT, Baseline.calmAdult(), scenario);
  }

  private static Regimen infusion(String milligrams) {
    return Regimen.infusion(Dose.ofMilligrams(milligrams, RACEMIC_KETAMINE), 40);
  }

  private static double systolic(SimulatedChair chair) {
    return chair.monitor().systolic().orElseThrow().asDouble();
  }

  private static double heart(SimulatedChair chair) {
    return chair.monitor().heartRate().orElseThrow().asDouble();
  }

  private static double saturation(SimulatedChair chair) {
    return chair.monitor().saturation().orElseThrow().asDouble();
  }
}
