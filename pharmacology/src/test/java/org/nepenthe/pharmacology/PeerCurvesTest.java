package org.nepenthe.pharmacology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nepenthe.quantity.Moiety.ESKETAMINE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.pharmacology.Prediction.Predicted;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.ModelCatalogue;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.pharmacology.solver.Mammillary;
import org.nepenthe.pharmacology.solver.Mammillary.Exchange;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;

/// Against public programs and an independent solver, relative 1e-9; see `reference/pk/README.md`.
class PeerCurvesTest {
  private static final double TOLERANCE = 1e-9;
  private static final double NG_PER_ML = 1;
  private static final double UG_PER_ML = 1000;

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # model,     kg, regimen,    file
          kamp-2020,   70, A,          simtiva_Kamp_A_35mg_40min_70kg.csv
          kamp-2020,   70, B over 1 s, simtiva_Kamp_B_bolus140mg_70kg.csv
          kamp-2020,   85, C over 1 s, simtiva_Kamp_C_bolus0.35mgkg_inf0.2mgkgh_4h_85kg.csv
          kamp-2020,   75, D,          simtiva_Kamp_D_5day_10_20_30_40mgh_75kg.csv
          domino-1984, 70, A,          simtiva_Domino_A_35mg_40min_70kg.csv
          domino-1984, 70, B over 1 s, simtiva_Domino_B_bolus140mg_70kg.csv
          domino-1984, 85, C over 1 s, simtiva_Domino_C_bolus0.35mgkg_inf0.2mgkgh_4h_85kg.csv
          domino-1984, 75, D,          simtiva_Domino_D_5day_10_20_30_40mgh_75kg.csv
          """)
  void simtivaPlasmaAndEffectSite(String model, String kilograms, String regimen, String file) {
    var theirs = ReferenceCurve.read(file);
    var ours = shipped(model, kilograms, Scenarios.named(regimen), theirs.column("time_min"));
    theirs.assertMatches("Cp_ng_mL", NG_PER_ML, ours.cp(), TOLERANCE);
    theirs.assertMatches("Ce_ng_mL", NG_PER_ML, ours.ce(), TOLERANCE);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          kamp-2020,   opentiva_Klamp_0.5mgkg_40min_70kg.csv
          domino-1984, opentiva_Domino_0.5mgkg_40min_70kg.csv
          """)
  void opentivaPlasma(String model, String file) {
    var theirs = ReferenceCurve.read(file);
    var ours = shipped(model, "70", Scenarios.a(), theirs.column("time_min"));
    theirs.assertMatches("Cp_ug_mL", UG_PER_ML, ours.cp(), TOLERANCE);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          kamp-2020,   ref_Kamp2020_0.5mgkg_40min_70kg.csv
          domino-1984, ref_Domino_r4_0.5mgkg_40min_70kg.csv
          """)
  void independentSolverPlasma(String model, String file) {
    var theirs = ReferenceCurve.read(file);
    var minutes = theirs.column("time_h").stream().map(hours -> hours * 60).toList();
    var ours = shipped(model, "70", Scenarios.a(), minutes);
    theirs.assertMatches("C_ng_mL", NG_PER_ML, ours.cp(), TOLERANCE);
  }

  @Test
  void independentSolverPlasmaOfSimons() {
    var theirs = ReferenceCurve.read("ref_Simons2022_IV35mg_40min_70kg.csv");
    var regimen = Regimen.infusion(Dose.ofMilligrams("35", ESKETAMINE), 40);
    var ours = shipped("simons-2022", "70", regimen, theirs.column("time_min"));
    theirs.assertMatches("S_ketamine_ng_mL", NG_PER_ML, ours.cp(), TOLERANCE);
  }

  @Test
  void independentSolverPlasmaOfOtto() {
    var theirs = ReferenceCurve.read("ref_Otto2021_10mg_30min_68kg.csv");
    var minutes = theirs.column("time_h").stream().map(hours -> hours * 60).toList();
    var regimen = Regimen.infusion(Dose.ofMilligrams("10", ESKETAMINE), 30);
    var ours = shipped("otto-2021", "68", regimen, minutes);
    theirs.assertMatches("S_ketamine_ng_mL", NG_PER_ML, ours.cp(), TOLERANCE);
  }

  /// stanpumpR rounds Domino's constants and guesses a ke0, printed as 0.0856641; the digits after
  /// those were read back from one row (B at 1 min) and must then fit all 256 others. Its row at
  /// the instant of a bolus is the one after it.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          70, A, stanpumpR_A_35mg_40min_70kg.csv
          70, B, stanpumpR_B_bolus140mg_70kg.csv
          75, D, stanpumpR_D_5day_10_20_30_40mgh_75kg.csv
          """)
  void stanpumpRExactColumns(double kilograms, String regimen, String file) {
    var theirs = ReferenceCurve.read(file);
    var ours =
        PatientModel.of(stanpumpR(kilograms))
            .simulate(Scenarios.named(regimen), theirs.column("time_min"));
    theirs.assertMatches("exact_Cp_ug_mL", UG_PER_ML, ours.cp(), TOLERANCE);
    theirs.assertMatches("exact_Ce_ug_mL", UG_PER_ML, ours.ce(), TOLERANCE);
  }

  private static Mammillary stanpumpR(double kilograms) {
    return new Mammillary(
        0.063 * kilograms,
        0.438,
        List.of(new Exchange(0.592, 0.2470), new Exchange(0.590, 0.0146)),
        0.085664148995);
  }

  /// A two-compartment body; the solver's shapes differ with the number of compartments.
  @Test
  void twoCompartments() {
    var theirs = ReferenceCurve.read("ref_Hijazi_0.5mgkg_40min_70kg.csv");
    var minutes = theirs.column("time_h").stream().map(hours -> hours * 60).toList();
    var hijazi = new Mammillary(1.08 * 70, 0.0333, List.of(new Exchange(0.0088, 0.0030)), 1);
    var ours = PatientModel.of(hijazi).simulate(Scenarios.a(), minutes);
    theirs.assertMatches("C_ng_mL", NG_PER_ML, ours.cp(), TOLERANCE);
  }

  private static Curve shipped(
      String model, String kilograms, Regimen regimen, List<Double> minutes) {
    var prediction =
        Pharmacokinetics.simulate(
            ModelCatalogue.shipped().get(model),
            new Covariates(BodyWeight.ofKilograms(kilograms)),
            regimen,
            minutes);
    assertThat(prediction).isInstanceOf(Predicted.class);
    return ((Predicted) prediction).curve();
  }
}
