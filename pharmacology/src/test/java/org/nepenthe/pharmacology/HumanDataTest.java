package org.nepenthe.pharmacology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.nepenthe.quantity.Moiety.ESKETAMINE;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.pharmacology.accuracy.ComparedLevel;
import org.nepenthe.pharmacology.accuracy.Performance;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.ModelCatalogue;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.DoseRate;

/// Error of prediction against digitised human concentrations: median (MDPE) and median absolute
/// (MDAPE) of (observed - predicted) / predicted, in percent. The expected figures were computed
/// with another solver; the model files show them to the clinician.
class HumanDataTest {
  /// One nmol/mL of esketamine base, 237.73 g/mol.
  private static final double NG_PER_NMOL = 237.73;

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # model,     MDPE, MDAPE
          kamp-2020,   -3.8, 7.3
          domino-1984, 13.9, 17.1
          """)
  void arterialEsketamineInThreeSteps(String id, double mdpe, double mdape) {
    var observed = ReferenceCurve.read("observed/kamp2020_fig1_esketamine.csv");
    var measured = observed.column("S_ket_esk").stream().map(c -> c * NG_PER_NMOL).toList();
    // 0.14, 0.28 and 0.57 mg/kg/h at 70 kg
    var regimen =
        Regimen.none(ESKETAMINE)
            .plusRate(0, 60, mgPerHour("9.8"))
            .plusRate(60, 120, mgPerHour("19.6"))
            .plusRate(120, 180, mgPerHour("39.9"));
    check(id, "70", regimen, observed.column("time_h"), measured, mdpe, mdape, 0);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # model,     MDPE, MDAPE
          kamp-2020,   1.3,  9.4
          domino-1984, 75,   75
          """)
  void venousEsketamineOverThirtyMinutes(String id, double mdpe, double mdape) {
    var observed = ReferenceCurve.read("observed/otto2021_CHDR1311_digitized_median.csv");
    var regimen = Regimen.infusion(Dose.ofMilligrams("10", ESKETAMINE), 30);
    check(
        id,
        "68",
        regimen,
        observed.column("time_h"),
        observed.column("S_ket_ng_mL"),
        mdpe,
        mdape,
        3);
  }

  private static void check(
      String id,
      String kilograms,
      Regimen regimen,
      List<Double> hours,
      List<Double> measured,
      double mdpe,
      double mdape,
      int shown) {
    var model = ModelCatalogue.shipped().get(id);
    var person = new Covariates(BodyWeight.ofKilograms(kilograms));
    var minutes = hours.stream().map(hour -> hour * 60).toList();
    // straight from the body: Domino's model is of racemic ketamine and refuses esketamine
    var curve = PatientModel.of(model.body(person, model.effectSite())).simulate(regimen, minutes);
    var levels = new ArrayList<ComparedLevel>();
    for (int i = 0; i < measured.size(); i++) {
      levels.add(new ComparedLevel(minutes.get(i), measured.get(i), curve.cp().get(i)));
    }
    var performance = Performance.ofPerson(levels);
    double decimals = mdape >= 20 ? 0.5 : 0.05;
    assertThat(performance.bias()).as("%s MDPE", id).isCloseTo(mdpe, offset(decimals));
    assertThat(performance.inaccuracy()).as("%s MDAPE", id).isCloseTo(mdape, offset(decimals));
    shownToTheClinician(model, mdpe, mdape, shown);
  }

  private static void shownToTheClinician(PkModel model, double mdpe, double mdape, int index) {
    var error = model.predictionErrors().get(index);
    assertThat(error.median().doubleValue()).isEqualTo(mdpe);
    assertThat(error.medianAbsolute().doubleValue()).isEqualTo(mdape);
  }

  private static DoseRate mgPerHour(String rate) {
    return DoseRate.ofMilligramsPerHour(rate, ESKETAMINE);
  }
}
