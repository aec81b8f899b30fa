package org.nepenthe.pharmacology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.nepenthe.quantity.Moiety.ESKETAMINE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nepenthe.pharmacology.accuracy.ComparedLevel;
import org.nepenthe.pharmacology.accuracy.Performance;
import org.nepenthe.pharmacology.fit.FitOptions;
import org.nepenthe.pharmacology.fit.Fitted;
import org.nepenthe.pharmacology.fit.Individualisation;
import org.nepenthe.pharmacology.fit.Individualised;
import org.nepenthe.pharmacology.fit.LevelCheck;
import org.nepenthe.pharmacology.fit.MeasuredLevel;
import org.nepenthe.pharmacology.fit.Refusal;
import org.nepenthe.pharmacology.model.Analyte;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.Eta;
import org.nepenthe.pharmacology.model.Matrix;
import org.nepenthe.pharmacology.model.ModelCatalogue;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.pharmacology.target.PumpLimits;
import org.nepenthe.pharmacology.target.TargetChange;
import org.nepenthe.pharmacology.target.TargetController;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;

/// How the library is used, from the first line to the last. Each example is complete; what it
/// asserts is what a reader should see.
class WorkedExamplesTest {
  private static final Covariates PERSON = new Covariates(BodyWeight.ofKilograms("75"));

  /// A venous sample an hour after the start of 35 mg over 40 min lies twice as high as expected.
  /// What is this person's own curve, and is the sample believable?
  @Test
  void onePersonsOwnCurveFromVenousLevels() {
    var model = ModelCatalogue.shipped().get("otto-2021");
    var given = Regimen.infusion(Dose.ofMilligrams("35", ESKETAMINE), 40);
    var levels = List.of(venous(60, 150), venous(120, 75), venous(240, 32));

    var outcome = Individualisation.fit(model, PERSON, given, levels);

    assertThat(outcome).isInstanceOf(Fitted.class);
    if (outcome instanceof Fitted own) {
      var band = own.band(given, Minutes.every(10, 240), 0.9);
      assertThat(band.lower().highestCp()).isLessThan(band.upper().highestCp());
      assertThat(own.deviations()).hasSize(2); // central volume and clearance
      assertThat(own.checks()).filteredOn(LevelCheck::looksMistimed).isEmpty();
      // the same person under half the dose, from now on
      var half = Regimen.infusion(Dose.ofMilligrams("17.5", ESKETAMINE), 40);
      var next = own.patientModel().simulate(half, Minutes.every(10, 240));
      assertThat(next.highestCp()).isLessThan(band.curve().highestCp());
    }
  }

  /// The same levels on an arterial model: refused, with the reason.
  @Test
  void whatCannotBeKnown() {
    var model = ModelCatalogue.shipped().get("simons-2022");
    var given = Regimen.infusion(Dose.ofMilligrams("35", ESKETAMINE), 40);

    var outcome =
        Individualisation.fit(
            model, PERSON, given, List.of(venous(20, 90)), FitOptions.published());

    var reasons =
        switch (outcome) {
          case Fitted _ -> List.of("nothing is in the way");
          case Individualised.Refused refused ->
              refused.refusals().stream().map(Refusal::reason).toList();
        };
    assertThat(reasons).hasSize(1).first().asString().contains("arterial plasma");
  }

  /// Which rates would hold 100 ng/mL at the effect site, then 60, with a pump of at most 5 mg/min?
  @Test
  void targetAtTheEffectSite() {
    var model = ModelCatalogue.shipped().get("kamp-2020");
    var body = model.body(PERSON, model.effectSite());
    var controller = TargetController.effectSite(body, PumpLimits.of(5));
    var start = PatientModel.of(body).before(0, ESKETAMINE);

    var scheme =
        controller.follow(start, List.of(new TargetChange(0, 100), new TargetChange(30, 60)), 60);

    assertThat(scheme.isLimited(0)).isTrue();
    assertThat(scheme.ce(30 * 6)).isBetween(99.0, 100.1);
    assertThat(scheme.rate(30 * 6)).isZero();
    assertThat(scheme.ce(60 * 6)).isBetween(59.0, 60.1);
    // what the same pump would do to a person under another model
    var other = ModelCatalogue.shipped().get("noppers-2011");
    var theirs =
        PatientModel.of(other.body(PERSON, 0.5, Eta.typical()))
            .simulate(scheme.regimen(ESKETAMINE), Minutes.every(1, 60));
    assertThat(theirs.highestCp()).isPositive();
  }

  /// How well did a forecast do against three samples?
  @Test
  void performanceOfAForecast() {
    var model = ModelCatalogue.shipped().get("kamp-2020");
    var given = Regimen.infusion(Dose.ofMilligrams("35", ESKETAMINE), 40);
    var minutes = List.of(20.0, 40.0, 90.0);
    var predicted =
        PatientModel.of(model.body(PERSON, model.effectSite())).simulate(given, minutes).cp();
    var observed = predicted.stream().map(cp -> 1.1 * cp).toList();

    var performance =
        Performance.ofPerson(
            List.of(
                new ComparedLevel(20, observed.get(0), predicted.get(0)),
                new ComparedLevel(40, observed.get(1), predicted.get(1)),
                new ComparedLevel(90, observed.get(2), predicted.get(2))));

    assertThat(performance.bias()).isCloseTo(10, offset(1e-9));
  }

  private static MeasuredLevel venous(double minute, double concentration) {
    return new MeasuredLevel(minute, Analyte.KETAMINE, ESKETAMINE, Matrix.VENOUS, concentration, 1);
  }
}
