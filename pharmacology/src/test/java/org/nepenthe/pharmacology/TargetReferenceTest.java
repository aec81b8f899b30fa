package org.nepenthe.pharmacology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.ModelCatalogue;
import org.nepenthe.pharmacology.solver.Mammillary;
import org.nepenthe.pharmacology.target.PumpLimits;
import org.nepenthe.pharmacology.target.TargetController;
import org.nepenthe.quantity.BodyWeight;

/// opentiva's plasma target of 100 ng/mL held for an hour with Domino's parameters at 70 kg, in
/// steps of 60 s: its infusion list and its curve. The two programs differ in nothing but rounding.
class TargetReferenceTest {
  private static final String FILE = "opentiva_TCI_Domino_ke0_0.238_plasma_0.1ugmL_70kg";

  @Test
  void sameStepsGiveTheSameInfusions() {
    var theirs = ReferenceCurve.read(FILE + "_infusions.csv").column("dose_per_s_mg");
    var scheme = TargetController.plasma(domino(), PumpLimits.of(1000), 1).hold(100, 60);
    assertThat(scheme.steps()).isEqualTo(60);
    for (int i = 0; i < 60; i++) {
      assertThat(scheme.rate(i) / 60)
          .as("infusion %d", i)
          .isCloseTo(theirs.get(i), withPercentage(1e-6));
    }
    assertThat(scheme.milligrams()).isCloseTo(23.3533, offset(5e-5));
    var reference = ReferenceCurve.read(FILE + ".csv");
    var minutes = reference.column("time_min");
    for (int row = 0; row < minutes.size(); row += 2) {
      int step = (int) Math.round(minutes.get(row));
      double cp = reference.column("Cp_ug_mL").get(row) * 1000;
      double ce = reference.column("Ce_ug_mL").get(row) * 1000;
      assertThat(scheme.cp(step)).as("cp at %d min", step).isCloseTo(cp, offset(1e-6));
      assertThat(scheme.ce(step)).as("ce at %d min", step).isCloseTo(ce, offset(1e-6));
    }
  }

  /// The stated tolerances: total within 1 %, target held within 2 % after the first minute.
  @Test
  void stepsOfTenSecondsHoldTheSameTargetWithTheSameDrug() {
    var scheme = TargetController.plasma(domino(), PumpLimits.of(1000)).hold(100, 60);
    assertThat(scheme.milligrams()).isCloseTo(23.3533, withPercentage(1));
    var model = PatientModel.of(domino());
    var moiety = org.nepenthe.quantity.Moiety.RACEMIC_KETAMINE;
    var seconds =
        java.util.stream.IntStream.rangeClosed(60, 3600).mapToObj(s -> s / 60.0).toList();
    for (double cp : model.simulate(scheme.regimen(moiety), seconds).cp()) {
      assertThat(cp).isCloseTo(100, withPercentage(2));
    }
  }

  private static Mammillary domino() {
    var model = ModelCatalogue.shipped().get("domino-1984");
    return model.body(new Covariates(BodyWeight.ofKilograms("70")), model.effectSite());
  }
}
