package org.nepenthe.pharmacology.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.nepenthe.pharmacology.fit.Synthetic.FORTY_MINUTES;
import static org.nepenthe.pharmacology.model.Analyte.HYDROXYNORKETAMINE;
import static org.nepenthe.pharmacology.model.Analyte.KETAMINE;
import static org.nepenthe.pharmacology.model.Analyte.NORKETAMINE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.pharmacology.PatientNetwork;
import org.nepenthe.pharmacology.model.Analyte;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.Eta;
import org.nepenthe.pharmacology.model.ModelCatalogue;
import org.nepenthe.pharmacology.person.Age;
import org.nepenthe.pharmacology.person.Ethnicity;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.pharmacology.regimen.Route;
import org.nepenthe.pharmacology.solver.Integration;
import org.nepenthe.pharmacology.solver.LinearSystem;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;

/// Levels of metabolites, and doses that have to be absorbed: then all of a model's compartments
/// take part. The true curves are integrated numerically, which no fit does.
class MetaboliteLevelsTest {
  private static final List<Double> MINUTES = List.of(20.0, 45.0, 90.0, 240.0, 480.0);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # model,     analytes,                               what can deviate
          simons-2022, KETAMINE,                               v1 cl q3
          simons-2022, KETAMINE NORKETAMINE,                   v1 cl q3 mtt-n cl-n
          simons-2022, NORKETAMINE HYDROXYNORKETAMINE,         v1 cl q3 mtt-n cl-n v1-h cl-h q-h v2-h
          otto-2021,   KETAMINE,                               v1 cl
          otto-2021,   NORKETAMINE,                            v1 cl v1-n cl-n
          """)
  void onlyWhatMovesALevelTakesPart(String id, String analytes, String parameters) {
    var people = new Synthetic(id);
    var levels = new ArrayList<MeasuredLevel>();
    for (var name : analytes.split(" ")) {
      levels.add(level(people, 120, Analyte.valueOf(name), 50));
    }
    assertThat(people.fitted(levels).deviations())
        .extracting(Deviation::parameter)
        .containsExactlyInAnyOrder(parameters.split(" "));
  }

  /// As for the drug itself: the truth lies within the spread stated about as often as it says,
  /// nine times in ten. Three standard errors, counting the deviations of one person as one.
  @ParameterizedTest
  @CsvSource({"simons-2022, 8, 0.3", "otto-2021, 50, 0.13"})
  void truthLiesWithinTheStatedSpread(String id, int persons, double chance) {
    var people = new Synthetic(id);
    int within = 0;
    int all = 0;
    for (int i = 0; i < persons; i++) {
      var truth = people.drawn();
      var levels = new ArrayList<MeasuredLevel>();
      levels.addAll(measured(people, truth, KETAMINE));
      levels.addAll(measured(people, truth, NORKETAMINE));
      for (var deviation : people.fitted(levels).deviations()) {
        double off = truth.on(deviation.parameter()) - deviation.eta();
        within += Math.abs(off) < 1.645 * deviation.standardDeviation() ? 1 : 0;
        all++;
        assertThat(deviation.standardDeviation())
            .as(people.seed())
            .isLessThanOrEqualTo(deviation.priorStandardDeviation() * (1 + 1e-9));
      }
    }
    assertThat((double) within / all).as(people.seed()).isCloseTo(0.9, offset(chance));
  }

  @Test
  void metaboliteHasABandOfItsOwnOnceItWasMeasured() {
    var people = new Synthetic("otto-2021");
    var fitted = people.fitted(measured(people, Eta.typical(), NORKETAMINE));
    var minutes = Minutes.every(30, 480);
    var band = fitted.band(NORKETAMINE, FORTY_MINUTES, minutes, 0.9);
    assertThat(band.curve().ce()).isEmpty();
    assertThat(band.curve().cp())
        .isEqualTo(fitted.patientNetwork().simulate(FORTY_MINUTES, minutes).of(NORKETAMINE));
    for (int i = 1; i < minutes.size(); i++) {
      assertThat(band.lower().cp().get(i)).isLessThan(band.curve().cp().get(i));
      assertThat(band.upper().cp().get(i)).isGreaterThan(band.curve().cp().get(i));
    }
    assertThat(fitted.checks()).allMatch(LevelCheck::isPlausible);
    assertThatThrownBy(() -> fitted.band(HYDROXYNORKETAMINE, FORTY_MINUTES, minutes, 0.9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("without a level of it");
  }

  /// After a film under the tongue its absorption can deviate; after an infusion nothing is known
  /// of it, and a band under a film would be too narrow.
  @Test
  void routeThatWasNotGivenIsNotKnown() {
    var people = new Synthetic("simons-2022");
    var film =
        Regimen.none(Moiety.ESKETAMINE)
            .plusDose(0, Route.SUBLINGUAL, Dose.ofMilligrams("50", Moiety.ESKETAMINE));
    var levels = List.of(level(people, 60, KETAMINE, 60), level(people, 240, KETAMINE, 15));
    var fitted = (Fitted) Individualisation.fit(people.model, people.person, film, levels);
    assertThat(fitted.deviations())
        .extracting(Deviation::parameter)
        .contains("v1", "cl", "f-mucosa", "d-mucosa", "ka-mucosa")
        .doesNotContain("f-gut", "mtt-n");
    assertThat(fitted.band(film, List.of(60.0), 0.9).upper().cp().getFirst()).isPositive();
    var afterInfusion = people.fitted(levels);
    assertThatThrownBy(() -> afterInfusion.band(film, List.of(60.0), 0.9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was given no sublingual or buccal dose");
  }

  /// A model that is not mammillary, knows no effect site, and has a fraction that deviates on the
  /// logit: it stays a fraction however far the level is off.
  @Test
  void nasalSpray() {
    var model = ModelCatalogue.shipped().get("perez-ruixo-2021");
    var person =
        new Covariates(BodyWeight.ofKilograms("75"))
            .aged(Age.ofYears("40"))
            .of(Ethnicity.NOT_ASIAN);
    var spray =
        Regimen.none(Moiety.ESKETAMINE)
            .plusDose(0, Route.INTRANASAL, Dose.ofMilligrams("56", Moiety.ESKETAMINE));
    var level =
        new MeasuredLevel(40, KETAMINE, Moiety.ESKETAMINE, model.matrix(), 400, Synthetic.LIMIT);
    var fitted = (Fitted) Individualisation.fit(model, person, spray, List.of(level));
    assertThat(fitted.deviations())
        .extracting(Deviation::parameter)
        .contains("f-nose", "ka-nose", "ka-swallowed")
        .doesNotContain("ka-oral");
    assertThat(fitted.eta().on("f-nose")).isPositive();
    assertThat(model.value("f-nose", person, fitted.eta())).isBetween(0.54, 1.0);
    assertThat(fitted.band(spray, List.of(40.0), 0.9).curve().ce()).isEmpty();
    assertThatThrownBy(fitted::patientModel).hasMessageContaining("not mammillary");
  }

  private static List<MeasuredLevel> measured(Synthetic people, Eta truth, Analyte analyte) {
    var network = PatientNetwork.of(people.model, people.person, Optional.empty(), truth);
    var matrix = network.matrix();
    var input = new double[matrix.length];
    input[0] = 1;
    var route = new Integration(new LinearSystem(matrix, input));
    int state =
        people
            .model
            .network()
            .index(analyte == KETAMINE ? "central" : people.model.measured().get(1).state());
    var error = people.model.variability().residualError(analyte).orElseThrow();
    var levels = new ArrayList<MeasuredLevel>();
    for (double minute : MINUTES) {
      var during = route.step(new double[matrix.length], 35.0 / 40, Math.min(minute, 40));
      var after = route.step(during, 0, Math.max(0, minute - 40));
      double level = after[state] * network.nanogramsPerMillilitre(analyte);
      double noisy = level + error.standardDeviation(level) * people.gaussian();
      levels.add(level(people, minute, analyte, Math.max(Synthetic.LIMIT, noisy)));
    }
    return levels;
  }

  private static MeasuredLevel level(
      Synthetic people, double minute, Analyte analyte, double concentration) {
    return new MeasuredLevel(
        minute, analyte, Moiety.ESKETAMINE, people.model.matrix(), concentration, Synthetic.LIMIT);
  }
}
