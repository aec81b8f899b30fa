package org.nepenthe.care.infusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nepenthe.care.infusion.Chair.DORA;
import static org.nepenthe.care.infusion.Chair.NINA;
import static org.nepenthe.care.infusion.Chair.ORDERED;
import static org.nepenthe.care.infusion.Chair.OTTO;
import static org.nepenthe.care.infusion.Chair.SYSTEM;
import static org.nepenthe.care.infusion.Chair.minute;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.infusion.pump.PumpState;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.quantity.PumpRate;

class PumpEntriesTest {
  private static final InfusionCommand HOLD =
      new InfusionCommand.Hold("blood pressure", Optional.empty());
  private static final InfusionCommand STOP =
      new InfusionCommand.Stop("finished", Optional.empty());

  private static InfusionCommand.ChangeRate rate(String rate) {
    return new InfusionCommand.ChangeRate(
        PumpRate.ofMillilitresPerHour(rate), "", Optional.of(OTTO));
  }

  private static InfusionCommand.Resume resume(String rate) {
    return new InfusionCommand.Resume(PumpRate.ofMillilitresPerHour(rate), Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # happened at, recorded at, accepted     (started at 0, rate changed at 10)
          11, 12, true
          12, 12, true
          12.02, 12, false
          10, 12, true
          9.98, 12, false
          -1, 12, false
          """)
  void whatHappenedHasAPossibleTime(double happened, double now, boolean accepted) {
    var chair = Chair.running().accepts(10, NINA, rate("40"));

    assertThat(chair.outcome(happened, now, NINA, HOLD) instanceof Outcome.Accepted)
        .isEqualTo(accepted);
  }

  @Test
  void aLowerRateIsAlwaysAccepted() {
    var chair =
        Chair.running()
            .accepts(
                25,
                NINA,
                new InfusionCommand.ChangeRate(
                    PumpRate.ofMillilitresPerHour("20"), "", Optional.empty()));

    assertThat(chair.infusion()).isInstanceOf(Infusion.Infusing.class);
  }

  @Verifies("H12")
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # rate, accepted       (approved 52.5 mL/h; 140 mL/h is 2 mg/kg/h, the ceiling of the clinic)
          52.4, true
          52.5, true
          52.6, false
          140, false
          140.1, false
          """)
  void noRateAboveTheApprovedOne(String rate, boolean accepted) {
    var chair = Chair.running().accepts(2, NINA, rate("40"));

    assertThat(chair.outcome(4, 4, DORA, rate(rate)) instanceof Outcome.Accepted)
        .isEqualTo(accepted);
  }

  @Verifies("H12")
  @Test
  void aboveTheCeilingSaysThatNobodyExceedsIt() {
    var chair = Chair.running().accepts(2, NINA, rate("40"));

    assertThat(chair.refuses(4, DORA, rate("140.1")))
        .anyMatch(message -> message.contains("above 2 mg/kg/h of ketamine, which nobody exceeds"));
  }

  /// Observed at minute -5, started at 0: due at 10, overdue after 12, and the set of minute -5 is
  /// stale after 7.
  @Verifies("H14")
  @ParameterizedTest
  @CsvSource({"6, true", "7, true", "7.02, false", "12.02, false", "30, false"})
  void noHigherRateOnOldObservations(double minute, boolean accepted) {
    var chair = Chair.running().accepts(2, NINA, rate("40"));

    assertThat(chair.outcome(minute, minute, DORA, rate("50")) instanceof Outcome.Accepted)
        .isEqualTo(accepted);
  }

  @Verifies("H14")
  @Test
  void aNewSetAllowsAHigherRateAgain() {
    var chair = Chair.running().accepts(2, NINA, rate("40"));
    assertThat(chair.refuses(20, DORA, rate("50")))
        .contains("Observations are overdue for 10 min: record a set first");

    chair.looked(20).accepts(21, DORA, rate("50"));

    assertThat(chair.infusion()).isInstanceOf(Infusion.Infusing.class);
  }

  @Verifies("H10")
  @Test
  void aHigherRateIsReadBackByAnotherPerson() {
    var chair = Chair.running().accepts(2, NINA, rate("40"));
    var alone =
        new InfusionCommand.ChangeRate(PumpRate.ofMillilitresPerHour("50"), "", Optional.empty());
    var oneself =
        new InfusionCommand.ChangeRate(PumpRate.ofMillilitresPerHour("50"), "", Optional.of(NINA));

    assertThat(chair.refuses(4, NINA, alone))
        .containsExactly("A second person must read the rate back from the pump");
    assertThat(chair.refuses(4, NINA, oneself))
        .containsExactly("The second person must be somebody else");
  }

  @Test
  void holdAndResumeAtTheSameRateNeedNoSecondPerson() {
    var chair = Chair.running().accepts(5, NINA, HOLD).looked(6).accepts(7, NINA, resume("52.5"));

    assertThat(chair.infusion()).isInstanceOf(Infusion.Infusing.class);
  }

  @Verifies("H14")
  @Test
  void nobodyResumesOnOldObservations() {
    var chair = Chair.running().accepts(5, NINA, HOLD);

    assertThat(chair.refuses(13, DORA, resume("52.5")))
        .containsExactly("Observations are overdue for 3 min: record a set first");
  }

  /// 52.5 mL/h for 40 min is all of the 35 mL.
  @Verifies("H12")
  @ParameterizedTest
  @CsvSource({"39.98, true", "40, false", "41, false"})
  void nothingMoreIsGivenThanWasApproved(double heldAt, boolean resumes) {
    var chair = Chair.running().looked(10).looked(20).looked(30).accepts(heldAt, NINA, HOLD);
    chair.looked(42);

    assertThat(chair.outcome(43, 43, NINA, resume("52.5")) instanceof Outcome.Accepted)
        .isEqualTo(resumes);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"PHARMACIST", "FRONT_DESK", "AUDITOR", "ADMINISTRATOR", "SYSTEM"})
  void onlyNursesAndPhysiciansRecordAtThePump(Role role) {
    assertThat(Chair.running().refuses(5, new Actor("x", "X", role), HOLD)).hasSize(1);
  }

  @Test
  void whatHasStoppedStaysStopped() {
    var chair = Chair.running().accepts(20, NINA, STOP);

    assertThat(chair.infusion()).isInstanceOf(Infusion.Recovering.class);
    assertThat(chair.refuses(21, NINA, resume("52.5"))).isNotEmpty();
    assertThat(chair.refuses(21, NINA, rate("40"))).isNotEmpty();
    assertThat(chair.refuses(21, NINA, HOLD)).isNotEmpty();
    assertThat(chair.refuses(21, NINA, STOP)).isNotEmpty();
  }

  @Verifies("H41")
  @Test
  void afterACrashThePumpIsUnknownUntilSomebodyLooks() {
    var chair = Chair.running().accepts(20, SYSTEM, new InfusionCommand.Interrupt(minute(15)));

    assertThat(chair.infusion()).isEqualTo(new Infusion.Unconfirmed(chair.log(), minute(15)));
    assertThat(chair.refuses(21, NINA, rate("40"))).isNotEmpty();
    assertThat(chair.refuses(21, NINA, resume("40"))).isNotEmpty();

    chair.acceptsLate(
        16,
        22,
        NINA,
        new InfusionCommand.Confirm(new PumpState.Running(ORDERED), Optional.empty()));

    assertThat(chair.infusion())
        .isInstanceOfSatisfying(
            Infusion.Infusing.class, running -> assertThat(running.since()).isEqualTo(minute(16)));
  }

  @Verifies("H41")
  @Test
  void aCrashIsNeverDatedBeforeWhatIsOnRecord() {
    var chair =
        Chair.running()
            .accepts(10, NINA, rate("40"))
            .accepts(20, SYSTEM, new InfusionCommand.Interrupt(minute(9)));

    assertThat(((Infusion.Unconfirmed) chair.infusion()).since()).isEqualTo(minute(10));
  }

  /// Whoever finds the pump at a wrong rate must be able to say so.
  @Test
  void whatThePumpWasFoundToDoIsAcceptedAsItIs() {
    var chair =
        Chair.running()
            .accepts(20, SYSTEM, new InfusionCommand.Interrupt(minute(15)))
            .accepts(
                21,
                NINA,
                new InfusionCommand.Confirm(
                    new PumpState.Running(PumpRate.ofMillilitresPerHour("525")), Optional.empty()));

    assertThat(chair.infusion()).isInstanceOf(Infusion.Infusing.class);
  }

  @Test
  void onlyTheNewestPumpEntryCanBeStruckAndItStaysReadable() {
    var chair = Chair.running().accepts(5, NINA, rate("5.25"));
    long slip = chair.newest();
    chair.accepts(6, NINA, new InfusionCommand.Strike(slip, "meant 40"));

    assertThat(chair.infusion())
        .isInstanceOfSatisfying(
            Infusion.Infusing.class, running -> assertThat(running.rate()).isEqualTo(ORDERED));
    assertThat(chair.log().entry(slip)).isPresent();

    chair.accepts(7, NINA, rate("40")).accepts(8, NINA, HOLD);
    assertThat(chair.refuses(9, NINA, new InfusionCommand.Strike(chair.newest() - 1, "slip")))
        .containsExactly("This entry cannot be struck; record what is true instead");
  }
}
