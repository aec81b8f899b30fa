package org.nepenthe.pharmacology.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nepenthe.pharmacology.fit.Synthetic.FORTY_MINUTES;
import static org.nepenthe.quantity.Moiety.ESKETAMINE;
import static org.nepenthe.quantity.Moiety.RACEMIC_KETAMINE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nepenthe.pharmacology.Prediction;
import org.nepenthe.pharmacology.model.Analyte;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.Matrix;
import org.nepenthe.pharmacology.model.ModelCatalogue;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.person.Age;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;

/// What cannot be known is refused, with every reason and in words.
class RefusalTest {
  private static final MeasuredLevel GOOD = level(60, Matrix.ARTERIAL, 80);

  @Test
  void goodLevelIsNotRefused() {
    assertThat(fit("simons-2022", GOOD)).isInstanceOf(Fitted.class);
  }

  /// An arterial model knows nothing of veins, least of all while drug flows in.
  @Test
  void earlyVenousLevelOnAnArterialModel() {
    var refusal = only(fit("simons-2022", level(20, Matrix.VENOUS, 80)), Refusal.OtherMatrix.class);
    assertThat(refusal.whileInfused()).isTrue();
    assertThat(refusal.reason())
        .isEqualTo(
            "The level at 20.0 min is of venous plasma, and Simons 2022 predicts arterial plasma:"
                + " while drug flows in the two differ most, and the difference would pass for the"
                + " person's own");
  }

  @ParameterizedTest
  @ValueSource(doubles = {40.1, 60, 300})
  void laterVenousLevelOnAnArterialModel(double minute) {
    var refusal =
        only(fit("simons-2022", level(minute, Matrix.VENOUS, 30)), Refusal.OtherMatrix.class);
    assertThat(refusal.whileInfused()).isFalse();
    assertThat(refusal.reason()).endsWith("Simons 2022 predicts arterial plasma");
  }

  @Test
  void arterialAndUnstatedLevelsOnAVenousModel() {
    for (var matrix : List.of(Matrix.ARTERIAL, Matrix.UNSPECIFIED)) {
      only(fit("otto-2021", level(60, matrix, 30)), Refusal.OtherMatrix.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"kamp-2020", "domino-1984"})
  void modelsWithATypicalPersonOnly(String id) {
    var model = ModelCatalogue.shipped().get(id);
    var given = Regimen.infusion(Dose.ofMilligrams("35", RACEMIC_KETAMINE), 40);
    var level = new MeasuredLevel(60, Analyte.KETAMINE, RACEMIC_KETAMINE, model.matrix(), 80, 0.5);
    var refusal =
        only(
            Individualisation.fit(model, person("70"), given, List.of(level)),
            Refusal.NoVariability.class);
    assertThat(refusal.reason()).contains("has a typical person only: ");
  }

  @Test
  void metaboliteTheModelDoesNotHave() {
    var level =
        new MeasuredLevel(60, Analyte.HYDROXYNORKETAMINE, ESKETAMINE, Matrix.VENOUS, 80, 0.5);
    var refusal = only(fit("otto-2021", level), Refusal.OtherAnalyte.class);
    assertThat(refusal.reason()).contains("cannot weigh a level of hydroxynorketamine");
  }

  /// Herd states how children differ, and no residual error that could be read.
  @Test
  void modelWithoutAResidualError() {
    var model = ModelCatalogue.children().get("herd-2007");
    var given = Regimen.infusion(Dose.ofMilligrams("20", RACEMIC_KETAMINE), 10);
    var child = person("25").aged(Age.ofYears("8"));
    var level = new MeasuredLevel(60, Analyte.KETAMINE, RACEMIC_KETAMINE, model.matrix(), 80, 0.5);
    only(Individualisation.fit(model, child, given, List.of(level)), Refusal.OtherAnalyte.class);
  }

  @Test
  void assayOfAnotherMoietyThanWasGiven() {
    var level = new MeasuredLevel(60, Analyte.KETAMINE, RACEMIC_KETAMINE, Matrix.ARTERIAL, 80, 0.5);
    assertThat(only(fit("simons-2022", level), Refusal.OtherAssay.class).reason())
        .contains("was given");
  }

  @Test
  void moietyTheModelWasNotMadeFor() {
    var model = ModelCatalogue.shipped().get("simons-2022");
    var given = Regimen.infusion(Dose.ofMilligrams("35", RACEMIC_KETAMINE), 40);
    var fit = Individualisation.fit(model, person("70"), given, List.of());
    assertThat(only(fit, Refusal.NotPredicted.class).prediction())
        .isInstanceOf(Prediction.OtherMoiety.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"52.9", "93.1"})
  void personOutsideTheDomain(String kilograms) {
    var model = ModelCatalogue.shipped().get("simons-2022");
    var refusal =
        only(
            Individualisation.fit(model, person(kilograms), FORTY_MINUTES, List.of(GOOD)),
            Refusal.NotPredicted.class);
    assertThat(refusal.prediction()).isInstanceOf(Prediction.OutsideDomain.class);
  }

  @Test
  void belowTheLimitOfQuantification() {
    only(fit("simons-2022", level(60, Matrix.ARTERIAL, 0.499)), Refusal.BelowQuantification.class);
    only(fit("simons-2022", level(60, Matrix.ARTERIAL, 0)), Refusal.BelowQuantification.class);
    assertThat(fit("simons-2022", level(60, Matrix.ARTERIAL, 0.5))).isInstanceOf(Fitted.class);
  }

  @Test
  void beforeAnythingWasGiven() {
    only(fit("simons-2022", level(0, Matrix.ARTERIAL, 5)), Refusal.BeforeFirstDose.class);
    assertThat(fit("simons-2022", level(0.5, Matrix.ARTERIAL, 5))).isInstanceOf(Fitted.class);
  }

  @Test
  void tooFewLevelsForWhatIsAsked() {
    var model = ModelCatalogue.shipped().get("simons-2022");
    var flat = FitOptions.published().withFlattenedPrior(10);
    var two = List.of(GOOD, level(90, Matrix.ARTERIAL, 40));
    var refusal =
        only(
            Individualisation.fit(model, person("70"), FORTY_MINUTES, two, flat),
            Refusal.TooFewLevels.class);
    assertThat(refusal.reason())
        .isEqualTo("A flattened prior needs at least 3 levels; there are 2");
    only(
        Individualisation.fit(model, person("70"), FORTY_MINUTES, two, FitOptions.robust()),
        Refusal.TooFewLevels.class);
  }

  @Test
  void everyReasonIsGiven() {
    var level =
        new MeasuredLevel(
            0, Analyte.HYDROXYNORKETAMINE, RACEMIC_KETAMINE, Matrix.ARTERIAL, 0.1, 0.5);
    var refused = (Individualised.Refused) fit("otto-2021", level);
    assertThat(refused.refusals())
        .extracting(r -> (Object) r.getClass())
        .containsExactly(
            Refusal.OtherAnalyte.class,
            Refusal.OtherAssay.class,
            Refusal.OtherMatrix.class,
            Refusal.BelowQuantification.class,
            Refusal.BeforeFirstDose.class);
    assertThat(refused.refusals()).allMatch(refusal -> !refusal.reason().isBlank());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY, 1e10})
  void badNumbersAreRefusedAtOnce(double bad) {
    refused(() -> level(bad, Matrix.ARTERIAL, 1), "time of a level");
    refused(() -> level(1, Matrix.ARTERIAL, bad), "a level must lie");
    refused(
        () -> new MeasuredLevel(1, Analyte.KETAMINE, ESKETAMINE, Matrix.ARTERIAL, 1, bad),
        "limit of quantification");
    refused(() -> FitOptions.published().withFlattenedPrior(bad), "flattened");
    refused(() -> new ErrorLaw.StudentT(bad), "degrees of freedom");
  }

  private static void refused(Runnable action, String words) {
    assertThatThrownBy(action::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }

  private static <T extends Refusal> T only(Individualised outcome, Class<T> type) {
    assertThat(outcome).isInstanceOf(Individualised.Refused.class);
    var refusals = ((Individualised.Refused) outcome).refusals();
    assertThat(refusals).hasSize(1).first().isInstanceOf(type);
    return type.cast(refusals.getFirst());
  }

  private static Individualised fit(String id, MeasuredLevel level) {
    PkModel model = ModelCatalogue.shipped().get(id);
    return Individualisation.fit(model, person("70"), FORTY_MINUTES, List.of(level));
  }

  private static MeasuredLevel level(double minute, Matrix matrix, double concentration) {
    return new MeasuredLevel(
        minute, Analyte.KETAMINE, Moiety.ESKETAMINE, matrix, concentration, 0.5);
  }

  private static Covariates person(String kilograms) {
    return new Covariates(BodyWeight.ofKilograms(kilograms));
  }
}
