package org.nepenthe.care.infusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nepenthe.care.infusion.Chair.NINA;
import static org.nepenthe.care.infusion.Chair.NOON;
import static org.nepenthe.care.infusion.Chair.ORDERED;
import static org.nepenthe.care.infusion.Chair.OTTO;
import static org.nepenthe.care.infusion.Chair.found;
import static org.nepenthe.care.infusion.Chair.minute;
import static org.nepenthe.care.infusion.Chair.order;
import static org.nepenthe.care.infusion.Chair.plan;
import static org.nepenthe.care.infusion.Chair.right;
import static org.nepenthe.care.infusion.Chair.signed;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.infusion.InfusionEvent.DrugChecked;
import org.nepenthe.care.infusion.check.DoseCheck;
import org.nepenthe.care.infusion.check.Mismatch;
import org.nepenthe.care.planning.DosePlan;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;
import org.nepenthe.quantity.PumpRate;

class PreparationTest {
  private static final DosePlan.Approved PLAN = plan(NOON.plus(Duration.ofDays(1)));

  @Test
  void startsWhenEverythingIsDone() {
    var chair = Chair.ready();

    chair.accepts(0, NINA, new InfusionCommand.Start(PLAN, ORDERED));

    assertThat(chair.infusion())
        .isInstanceOfSatisfying(
            Infusion.Infusing.class, running -> assertThat(running.rate()).isEqualTo(ORDERED));
  }

  @Test
  void saysWhatIsMissingBeforeTheStart() {
    var messages = Chair.opened().refuses(0, NINA, new InfusionCommand.Start(PLAN, ORDERED));

    assertThat(messages)
        .anyMatch(message -> message.startsWith("Time-out: Asked the patient's name"))
        .anyMatch(message -> message.contains("nobody has recorded what was drawn up"))
        .anyMatch(message -> message.startsWith("Observations before the start"));
  }

  /// What the second person reads from the vial, the mixture, their own sum and the pump, where the
  /// first person took one for the other. Each row is a way in which people were harmed.
  @Verifies({"H10", "H07", "H08", "H05"})
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          # what happened,                               planned: kg mg vial prepared mL/h,   read by the second person
          AHRQ 2021: 100 mg/mL vials taken for 10,       70, 95, 10, 1, 142.5,    70, 100, 10, 950, 142.5,  vial
          ISMP 1998: 50 mg/mL read as the whole vial,    70, 50, 50, 1, 75,       70, 50, 10, 500, 75,      dose
          IJMT 2003: tenfold overdose,                   70, 35, 10, 1, 52.5,     70, 10, 10, 350, 52.5,    prepared
          ED: 0.5 mg/kg ordered 50 mg/kg worked out,     70, 35, 10, 1, 52.5,     70, 10, 1, 3500, 52.5,    dose
          Singapore 2018: 41.7 for 4.17 mL/h,            70, 2.78, 10, 1, 4.17,   70, 10, 1, 2.78, 41.7,    rate
          154 lb taken for 154 kg,                       70, 35, 10, 1, 52.5,     154, 10, 1, 35, 52.5,     weight
          """)
  void theSecondPersonCatches(
      String event,
      String kilograms,
      String milligrams,
      String vial,
      String prepared,
      String rate,
      String readKilograms,
      String readVial,
      String readPrepared,
      String readMilligrams,
      String readRate,
      String field) {
    var plan = plan(order(kilograms, milligrams, vial, prepared, rate), NOON.plusSeconds(86_400));
    var chair =
        Chair.openedOn(plan)
            .timeOut()
            .prepared(found(kilograms, vial, prepared, milligrams, rate))
            .checked(found(readKilograms, readVial, readPrepared, readMilligrams, readRate))
            .looked(-5);

    assertThat(chair.log().checked().orElseThrow().mismatches())
        .as(event)
        .extracting(Mismatch::field)
        .contains(field);
    assertThat(
            chair.refuses(
                0, NINA, new InfusionCommand.Start(plan, PumpRate.ofMillilitresPerHour(rate))))
        .contains("Second check: the two readings do not agree");
  }

  /// Ketamine given for ketoprofen shows that names are confused; esketamine is the nearest name.
  @Verifies("H56")
  @Test
  void theSecondPersonCatchesAnotherDrug() {
    var right = right();
    var other =
        new DoseCheck(
            right.weight(),
            right.vial(),
            right.prepared(),
            Dose.ofMilligrams("35", Moiety.ESKETAMINE),
            right.rate());

    var chair = Chair.opened().timeOut().prepared(right).checked(other);

    assertThat(chair.log().checked().orElseThrow().mismatches())
        .containsExactly(new Mismatch("moiety", "Drug", "ketamine", "esketamine"));
  }

  @Test
  void bothValuesOfAMismatchAreKept() {
    var chair = Chair.opened().prepared(right()).checked(found("70", "10", "1", "35", "5.25"));

    assertThat(chair.log().checked().orElseThrow().mismatches())
        .containsExactly(new Mismatch("rate", "Rate", "52.5 mL per h", "5.25 mL per h"));
  }

  @Test
  void aMismatchIsResolvedByANewCheckAndStaysOnRecord() {
    var chair =
        Chair.opened()
            .timeOut()
            .prepared(right())
            .checked(found("70", "10", "1", "35", "5.25"))
            .checked(right())
            .looked(-5);

    chair.accepts(0, NINA, new InfusionCommand.Start(PLAN, ORDERED));

    assertThat(chair.log().entries())
        .filteredOn(entry -> entry.event() instanceof DrugChecked)
        .hasSize(2);
  }

  @Test
  void aNewPreparationNeedsANewCheck() {
    var chair = Chair.opened().timeOut().prepared(right()).checked(right());
    chair.accepts(-8, NINA, new InfusionCommand.Prepare(right(), signed(NINA))).looked(-5);

    assertThat(chair.refuses(0, NINA, new InfusionCommand.Start(PLAN, ORDERED)))
        .containsExactly("Second check: not done yet");
  }

  @Verifies("H10")
  @Test
  void whoPreparedCannotCheck() {
    var chair = Chair.opened().prepared(right());

    assertThat(chair.refuses(-10, NINA, new InfusionCommand.Check(right(), signed(NINA))))
        .containsExactly("The second check is for another person than the one who prepared");
  }

  @Test
  void aPreparationUnlikeThePlanBlocks() {
    var chair = Chair.opened().timeOut().prepared(found("70", "100", "1", "35", "52.5")).looked(-5);

    assertThat(chair.refuses(0, NINA, new InfusionCommand.Start(PLAN, ORDERED)))
        .containsExactly("Preparation: what was drawn up does not agree with the plan");
  }

  /// Rounding by hand may differ by 1 %: of 52.5 mL/h that is 0.525 mL/h.
  @ParameterizedTest
  @CsvSource({"52.5, 0", "53.025, 0", "53.03, 1", "51.975, 0", "51.97, 1", "5.25, 1", "525, 1"})
  void roundingIsNoMismatch(String read, int mismatches) {
    var chair = Chair.opened().prepared(right()).checked(found("70", "10", "1", "35", read));

    assertThat(chair.log().checked().orElseThrow().mismatches()).hasSize(mismatches);
  }

  /// The approval ends 15 minutes after noon.
  @ParameterizedTest
  @CsvSource({"0, true", "14.98, true", "15, false", "16, false"})
  void anExpiredApprovalStartsNothing(double minute, boolean starts) {
    var plan = plan(minute(15));
    var chair =
        Chair.openedOn(plan).timeOut().prepared(right()).checked(right()).looked(minute - 1);

    var outcome = chair.outcome(minute, minute, NINA, new InfusionCommand.Start(plan, ORDERED));

    assertThat(outcome instanceof Outcome.Accepted).isEqualTo(starts);
  }

  @Test
  void anotherPlanStartsNothing() {
    var other = plan(order("70", "17.5", "10", "1", "26.25"), NOON.plusSeconds(86_400));

    assertThat(Chair.ready().refuses(0, NINA, new InfusionCommand.Start(other, ORDERED)))
        .containsExactly("The plan in force is another one than was prepared");
  }

  @Verifies({"H10", "H05"})
  @ParameterizedTest
  @CsvSource({"5.25", "525", "52.4", "52.6"})
  void thePumpMustShowTheOrderedRateAtTheStart(String shown) {
    assertThat(
            Chair.ready()
                .refuses(
                    0, NINA, new InfusionCommand.Start(PLAN, PumpRate.ofMillilitresPerHour(shown))))
        .anyMatch(message -> message.contains("correct it at the pump"));
  }

  @Test
  void aStartCannotLieBeforeTheCheck() {
    assertThat(Chair.ready().refuses(-11, 0, NINA, new InfusionCommand.Start(PLAN, ORDERED)))
        .contains("This time is before the preparation was finished");
  }

  @Test
  void anAbandonedPreparationIsOver() {
    var chair = Chair.ready().accepts(-2, OTTO, new InfusionCommand.Abandon("patient unwell"));

    assertThat(chair.infusion()).isInstanceOf(Infusion.Abandoned.class);
    assertThat(chair.refuses(0, NINA, new InfusionCommand.Start(PLAN, ORDERED))).isNotEmpty();
  }
}
