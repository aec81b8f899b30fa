package org.nepenthe.pharmacology.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nepenthe.pharmacology.population.Timetable.Leg.Give;
import org.nepenthe.pharmacology.population.Timetable.Leg.Jump;
import org.nepenthe.pharmacology.population.Timetable.Leg.Show;
import org.nepenthe.pharmacology.population.Timetable.Leg.Steps;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;

/// Legs written down by hand.
class TimetableTest {
  private static Dose mg(String milligrams) {
    return Dose.ofMilligrams(milligrams, Moiety.ESKETAMINE);
  }

  @Test
  void evenGridIsTwoLegsOfSteps() {
    var legs = Timetable.of(Regimen.infusion(mg("40"), 40), Minutes.every(1, 240)).legs();
    assertThat(legs).containsExactly(new Show(), new Steps(1, 40, 1), new Steps(1, 200, 0));
  }

  @Test
  void roundingOfAFineGridMakesNoNewSteps() {
    var legs = Timetable.of(Regimen.none(Moiety.ESKETAMINE), Minutes.every(0.1, 10)).legs();
    assertThat(legs).hasSize(2);
  }

  @Test
  void eventsOffTheGridAreJumpedTo() {
    var regimen = Regimen.none(Moiety.ESKETAMINE).plusBolus(1.5, mg("3"));
    assertThat(Timetable.of(regimen, List.of(1.0, 2.0, 3.0)).legs())
        .containsExactly(
            new Steps(1, 1, 0),
            new Jump(0.5, 0),
            new Give(3),
            new Steps(0.5, 1, 0),
            new Steps(1, 1, 0));
  }

  @Test
  void bolusAtAWantedTimeIsInItsConcentration() {
    var regimen = Regimen.infusion(mg("2"), 2).plusBolus(0, mg("3")).plusBolus(2, mg("4"));
    assertThat(Timetable.of(regimen, List.of(0.0, 2.0, 2.0, 3.0)).legs())
        .containsExactly(
            new Give(3),
            new Show(),
            new Jump(2, 1),
            new Give(4),
            new Show(),
            new Show(),
            new Steps(1, 1, 0));
  }
}
