package org.nepenthe.pharmacology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.nepenthe.quantity.Moiety.ESKETAMINE;
import static org.nepenthe.quantity.Moiety.RACEMIC_KETAMINE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.pharmacology.Prediction.Predicted;
import org.nepenthe.pharmacology.model.Analyte;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.ModelCatalogue;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.person.Age;
import org.nepenthe.pharmacology.person.Ethnicity;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.pharmacology.regimen.Route;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.DoseRate;

/// Every shipped model against an independent matrix-exponential solution of its published
/// parameters, and against public programs where one has it: relative 1e-9. See
/// `reference/pk/README.md`.
class ModelCurvesTest {
  private static final double TOLERANCE = 1e-9;
  private static final double UG_PER_ML = 1000;

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # model,        kg, years, mg,   file
          noppers-2011,   70, 40,    35,   ref_Noppers2011_0.5mgkg_40min_70kg.csv
          clements-1981,  70, 40,    35,   ref_Clements250_0.5mgkg_40min_70kg.csv
          hijazi-2003,    70, 40,    35,   ref_Hijazi_0.5mgkg_40min_70kg.csv
          herd-2007,      25, 8,     12.5, ref_Herd2007_0.5mgkg_40min_25kg.csv
          elkomy-2015,    25, 8,     12.5, ref_Elkomy2015_0.5mgkg_40min_25kg.csv
          hornik-2018,    25, 8,     12.5, ref_Hornik2018_0.5mgkg_40min_25kg.csv
          """)
  void independentSolver(String id, String kilograms, String years, String dose, String file) {
    var theirs = ReferenceCurve.read(file);
    var minutes = theirs.column("time_h").stream().map(hours -> hours * 60).toList();
    var ours = overFortyMinutes(id, kilograms, years, dose, minutes);
    theirs.assertMatches("C_ng_mL", 1, ours.curve().cp(), TOLERANCE);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          clements-1981,  70, 40, 35,   opentiva_Clements250_0.5mgkg_40min_70kg.csv
          hijazi-2003,    70, 40, 35,   opentiva_Hijazi_0.5mgkg_40min_70kg.csv
          herd-2007,      25, 8,  12.5, opentiva_Herd_0.5mgkg_40min_25kg.csv
          hornik-2018,    25, 8,  12.5, opentiva_Hornik_0.5mgkg_40min_25kg.csv
          """)
  void opentiva(String id, String kilograms, String years, String dose, String file) {
    var theirs = ReferenceCurve.read(file);
    var ours = overFortyMinutes(id, kilograms, years, dose, theirs.column("time_min"));
    theirs.assertMatches("Cp_ug_mL", UG_PER_ML, ours.curve().cp(), TOLERANCE);
  }

  @Test
  void simonsIntoTheVein() {
    var theirs = ReferenceCurve.read("ref_Simons2022_IV35mg_40min_70kg.csv");
    var regimen = Regimen.infusion(Dose.ofMilligrams("35", ESKETAMINE), 40);
    simons(theirs, regimen);
  }

  @Test
  void simonsFilmAndThenIntoTheVein() {
    var theirs = ReferenceCurve.read("ref_Simons2022_OTF50mg_then_IV20mg_70kg.csv");
    // 20 mg over 20 min, from 6 h on
    var regimen =
        Regimen.none(ESKETAMINE)
            .plusDose(0, Route.SUBLINGUAL, Dose.ofMilligrams("50", ESKETAMINE))
            .plusRate(360, 380, DoseRate.ofMilligramsPerHour("60", ESKETAMINE));
    simons(theirs, regimen);
  }

  private static void simons(ReferenceCurve theirs, Regimen regimen) {
    var model = ModelCatalogue.shipped().get("simons-2022");
    var ours = predicted(model, "70", "40", regimen, theirs.column("time_min"));
    theirs.assertMatches("S_ketamine_ng_mL", 1, ours.curve().cp(), TOLERANCE);
    theirs.assertMatches(
        "S_norketamine_ng_mL", 1, ours.metabolites().get(Analyte.NORKETAMINE), TOLERANCE);
    theirs.assertMatches(
        "S_HNK_ng_mL", 1, ours.metabolites().get(Analyte.HYDROXYNORKETAMINE), TOLERANCE);
  }

  @Test
  void ottoWithNorketamineInMassOfEsketamine() {
    var theirs = ReferenceCurve.read("ref_Otto2021_10mg_30min_68kg.csv");
    var minutes = theirs.column("time_h").stream().map(hours -> hours * 60).toList();
    var regimen = Regimen.infusion(Dose.ofMilligrams("10", ESKETAMINE), 30);
    var ours = predicted(ModelCatalogue.shipped().get("otto-2021"), "68", "40", regimen, minutes);
    theirs.assertMatches("S_ketamine_ng_mL", 1, ours.curve().cp(), TOLERANCE);
    theirs.assertMatches(
        "S_norketamine_ng_mL(mass-equiv as in source)",
        1,
        ours.metabolites().get(Analyte.NORKETAMINE),
        TOLERANCE);
  }

  @Test
  void perezRuixoIntoTheNoseAndIntoTheVein() {
    var dose = Dose.ofMilligrams("28", ESKETAMINE);
    perezRuixo(
        "ref_PerezRuixo2021_IN28mg.csv",
        Regimen.none(ESKETAMINE).plusDose(0, Route.INTRANASAL, dose));
    perezRuixo("ref_PerezRuixo2021_IV28mg_40min.csv", Regimen.infusion(dose, 40));
  }

  private static void perezRuixo(String file, Regimen regimen) {
    var theirs = ReferenceCurve.read(file);
    var minutes = theirs.column("time_h").stream().map(hours -> hours * 60).toList();
    var model = ModelCatalogue.shipped().get("perez-ruixo-2021");
    var ours = predicted(model, "70", "45", regimen, minutes);
    theirs.assertMatches("esketamine_ng_mL", 1, ours.curve().cp(), TOLERANCE);
    assertThat(ours.metabolites()).isEmpty();
    assertThat(model.notOffered()).containsOnlyKeys(Analyte.NORKETAMINE);
  }

  /// Rate over clearance: 10 mg/h over 112 L/h at 70 kg scaled to 7 kg, 112 * 0.1^0.75 = 19.917
  /// L/h, is 502.09 ng/mL.
  @Test
  void flintAtSteadyState() {
    var rate = DoseRate.ofMilligramsPerHour("10", ESKETAMINE);
    var regimen = Regimen.none(ESKETAMINE).plusRate(0, 20_000, rate);
    var model = ModelCatalogue.children().get("flint-2017");
    var ours = predicted(model, "7", "0.42", regimen, List.of(19_000.0));
    assertThat(ours.curve().cp().getFirst()).isCloseTo(502.09, offset(0.01));
  }

  private static Predicted overFortyMinutes(
      String id, String kilograms, String years, String dose, List<Double> minutes) {
    var model =
        ModelCatalogue.shipped().find(id).orElseGet(() -> ModelCatalogue.children().get(id));
    var moiety = model.moieties().contains(RACEMIC_KETAMINE) ? RACEMIC_KETAMINE : ESKETAMINE;
    var regimen = Regimen.infusion(Dose.ofMilligrams(dose, moiety), 40);
    return predicted(model, kilograms, years, regimen, minutes);
  }

  private static Predicted predicted(
      PkModel model, String kilograms, String years, Regimen regimen, List<Double> minutes) {
    var person =
        new Covariates(BodyWeight.ofKilograms(kilograms))
            .aged(Age.ofYears(years))
            .of(Ethnicity.NOT_ASIAN);
    var prediction = Pharmacokinetics.simulate(model, person, regimen, minutes);
    assertThat(prediction).isInstanceOf(Predicted.class);
    return (Predicted) prediction;
  }
}
