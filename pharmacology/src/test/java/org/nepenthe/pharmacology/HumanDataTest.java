package org.nepenthe.pharmacology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.nepenthe.quantity.Moiety.ESKETAMINE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.pharmacology.model.Analyte;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.Eta;
import org.nepenthe.pharmacology.model.ModelCatalogue;
import org.nepenthe.pharmacology.person.Age;
import org.nepenthe.pharmacology.person.Ethnicity;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.DoseRate;

/// Error of prediction against human concentrations: median (MDPE) and median absolute (MDAPE) of
/// (observed - predicted) / predicted, in percent. The expected figures were computed with another
/// solver; the model files show them to the clinician. Tolerance: half of their last digit.
///
/// Every model is asked about esketamine here, those of the racemate too: the figures are about the
/// size of the error, and enantiomers are not told apart by them.
class HumanDataTest {
  /// One nmol/mL of esketamine base, 237.73 g/mol; of S-norketamine, 223.70.
  private static final double NG_PER_NMOL = 237.73;

  private static final double NG_PER_NMOL_NORKETAMINE = 223.70;

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # model,          MDPE, MDAPE
          kamp-2020,        -3.8, 7.3
          noppers-2011,     -4.2, 6.8
          simons-2022,      -6.3, 11.1
          otto-2021,        41.3, 41.3
          perez-ruixo-2021, 78,   78
          domino-1984,      13.9, 17.1
          clements-1981,    27.6, 30.6
          hijazi-2003,      23.8, 23.8
          """)
  void arterialEsketamineInThreeSteps(String id, double mdpe, double mdape) {
    var observed = ReferenceCurve.read("observed/kamp2020_fig1_esketamine.csv");
    var measured = observed.column("S_ket_esk").stream().map(c -> c * NG_PER_NMOL).toList();
    var errors = errors(id, "70", threeSteps(), observed, measured, Analyte.KETAMINE);
    same(errors, mdpe, mdape);
    shownToTheClinician(id, mdpe, mdape, 0);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # model,          MDPE,  MDAPE
          kamp-2020,        1.3,   9.4
          noppers-2011,     31.6,  32.7
          simons-2022,      15.0,  22.8
          otto-2021,        12.0,  12.0
          perez-ruixo-2021, 37.4,  37.4
          domino-1984,      75,    75
          clements-1981,    -18.1, 18.1
          hijazi-2003,      276,   276
          """)
  void venousEsketamineOverThirtyMinutes(String id, double mdpe, double mdape) {
    var observed = ReferenceCurve.read("observed/otto2021_CHDR1311_digitized_median.csv");
    var measured = observed.column("S_ket_ng_mL");
    var errors = errors(id, "68", tenMilligrams(), observed, measured, Analyte.KETAMINE);
    same(errors, mdpe, mdape);
    shownToTheClinician(id, mdpe, mdape, 3);
  }

  /// 2.5 mg of each enantiomer. Six points of the curve are at hand, the figures are of all of it:
  /// the six must not be worse.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # model,          MDPE,  MDAPE
          kamp-2020,        -3.6,  28.7
          noppers-2011,     15.5,  16.2
          simons-2022,      17.0,  27.0
          otto-2021,        -3.3,  10.6
          perez-ruixo-2021, 20.4,  20.4
          domino-1984,      79,    79
          clements-1981,    -18.9, 32.0
          hijazi-2003,      265,   265
          """)
  void venousRacemateOverThirtyMinutes(String id, double mdpe, double mdape) {
    var observed = ReferenceCurve.read("observed/hasan2021_racemate5mg.csv");
    var regimen = Regimen.infusion(Dose.ofMilligrams("2.5", ESKETAMINE), 30);
    var measured = observed.column("S_ket_ng_mL");
    var errors = errors(id, "70", regimen, observed, measured, Analyte.KETAMINE);
    assertThat(median(errors.stream().map(Math::abs).toList())).isLessThanOrEqualTo(mdape);
    shownToTheClinician(id, mdpe, mdape, 2);
  }

  /// How far observed norketamine lies above the models': a figure of the same table.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # model,      arterial, venous, MDAPE %
          otto-2021,    31,       9
          simons-2022,  33,       35
          """)
  void norketamine(String id, double arterial, double venous) {
    var steps = ReferenceCurve.read("observed/kamp2020_fig1_esketamine.csv");
    var measured = steps.column("S_nk_esk").stream().map(c -> c * NG_PER_NMOL_NORKETAMINE).toList();
    var errors = errors(id, "70", threeSteps(), steps, measured, Analyte.NORKETAMINE);
    // the first point is 0: not yet measurable
    var absolute = errors.stream().skip(1).map(Math::abs).toList();
    assertThat(median(absolute)).isCloseTo(arterial, offset(1.0));
    var infusion = ReferenceCurve.read("observed/otto2021_CHDR1311_digitized_median.csv");
    var norketamine = infusion.column("S_nk_ng_mL");
    var later = errors(id, "68", tenMilligrams(), infusion, norketamine, Analyte.NORKETAMINE);
    assertThat(median(later.stream().map(Math::abs).toList())).isCloseTo(venous, offset(1.0));
  }

  /// 0.14, 0.28 and 0.57 mg/kg/h at 70 kg.
  private static Regimen threeSteps() {
    return Regimen.none(ESKETAMINE)
        .plusRate(0, 60, mgPerHour("9.8"))
        .plusRate(60, 120, mgPerHour("19.6"))
        .plusRate(120, 180, mgPerHour("39.9"));
  }

  private static Regimen tenMilligrams() {
    return Regimen.infusion(Dose.ofMilligrams("10", ESKETAMINE), 30);
  }

  private static List<Double> errors(
      String id,
      String kilograms,
      Regimen regimen,
      ReferenceCurve observed,
      List<Double> measured,
      Analyte analyte) {
    var person =
        new Covariates(BodyWeight.ofKilograms(kilograms))
            .aged(Age.ofYears("30"))
            .of(Ethnicity.NOT_ASIAN);
    var minutes = observed.column("time_h").stream().map(hour -> hour * 60).toList();
    var model = ModelCatalogue.shipped().get(id);
    var body = PatientNetwork.of(model, person, Optional.empty(), Eta.typical());
    var predicted = body.simulate(regimen, minutes).of(analyte);
    var errors = new ArrayList<Double>();
    for (int i = 0; i < measured.size(); i++) {
      errors.add(100 * (measured.get(i) - predicted.get(i)) / predicted.get(i));
    }
    return errors;
  }

  private static void same(List<Double> errors, double mdpe, double mdape) {
    double decimals = mdape >= 50 ? 0.5 : 0.06;
    assertThat(median(errors)).as("MDPE").isCloseTo(mdpe, offset(decimals));
    assertThat(median(errors.stream().map(Math::abs).toList()))
        .as("MDAPE")
        .isCloseTo(mdape, offset(decimals));
  }

  private static void shownToTheClinician(String id, double mdpe, double mdape, int index) {
    var error = ModelCatalogue.shipped().get(id).predictionErrors().get(index);
    assertThat(error.median().doubleValue()).isEqualTo(mdpe);
    assertThat(error.medianAbsolute().doubleValue()).isEqualTo(mdape);
  }

  private static double median(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static DoseRate mgPerHour(String rate) {
    return DoseRate.ofMilligramsPerHour(rate, ESKETAMINE);
  }
}
