package org.nepenthe.pharmacology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;
import static org.nepenthe.quantity.Moiety.ESKETAMINE;
import static org.nepenthe.quantity.Moiety.RACEMIC_KETAMINE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nepenthe.pharmacology.model.Analyte;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.Eta;
import org.nepenthe.pharmacology.model.ModelCatalogue;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.model.Variability.Level;
import org.nepenthe.pharmacology.person.Age;
import org.nepenthe.pharmacology.person.Ethnicity;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.pharmacology.regimen.Route;
import org.nepenthe.pharmacology.solver.Integration;
import org.nepenthe.pharmacology.solver.LinearSystem;
import org.nepenthe.quantity.BodyWeight;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.DoseRate;
import org.nepenthe.quantity.Moiety;

/// What must hold for every shipped model with all its compartments, in people who deviate from the
/// typical one: relative 1e-9 unless said otherwise.
class NetworkLawsTest {
  private static final long SEED = 20_260_731;
  private static final int ROUNDS = 40;
  private static final double TOLERANCE = 1e-9;

  private final Random random = new Random(SEED);

  /// Nothing appears between two states: what arrives is at most what left.
  @Test
  void massIsNeverMade() {
    for (var model : models()) {
      for (int round = 0; round < ROUNDS; round++) {
        var matrix = body(model).matrix();
        for (int from = 0; from < model.network().states().size(); from++) {
          double balance = 0;
          for (int to = 0; to < model.network().states().size(); to++) {
            balance += matrix[to][from];
            assertThat(to == from ? -matrix[to][from] : matrix[to][from]).isNotNegative();
          }
          assertThat(balance).as(said(model)).isLessThanOrEqualTo(TOLERANCE);
        }
      }
    }
  }

  /// The whole area under a curve is what came in over the clearance it leaves by: dose 50 mg; 26.3
  /// % through the mucosa, over 1.48 L/min; 142.3 % (with the swallowed part) of which 80 % becomes
  /// norketamine, over 1.00 L/min; of which 70 % becomes hydroxynorketamine, over 0.933 L/min. The
  /// molar masses are 237.73, 223.70 and 239.70. Trapezia of 1 min over 20 days: 0.01 %.
  @Test
  void areasOfAFilmAreDoseOverClearance() {
    var simons = ModelCatalogue.shipped().get("simons-2022");
    var person = new Covariates(BodyWeight.ofKilograms("70"));
    var film = Dose.ofMilligrams("50", ESKETAMINE);
    var regimen = Regimen.none(ESKETAMINE).plusDose(0, Route.SUBLINGUAL, film);
    var body = PatientNetwork.of(simons, person, Optional.empty(), Eta.typical());
    var minutes = Minutes.every(1, 28_800);
    var curves = body.simulate(regimen, minutes);
    double unit = 1000;
    assertThat(area(curves.of(Analyte.KETAMINE)))
        .isCloseTo(50 * 0.263 / 1.48 * unit, withPercentage(0.01));
    double ketamine = 50 * (0.263 + 1.16);
    assertThat(area(curves.of(Analyte.NORKETAMINE)))
        .isCloseTo(ketamine * 0.8 / 1.00 * 223.70 / 237.73 * unit, withPercentage(0.01));
    assertThat(area(curves.of(Analyte.HYDROXYNORKETAMINE)))
        .isCloseTo(ketamine * 0.8 * 0.7 / 0.933 * 239.70 / 237.73 * unit, withPercentage(0.01));
  }

  private static double area(List<Double> values) {
    double area = 0;
    for (int i = 1; i < values.size(); i++) {
      area += (values.get(i) + values.get(i - 1)) / 2;
    }
    return area;
  }

  @Test
  void linearityAndNothingNegative() {
    for (var model : models()) {
      for (int round = 0; round < ROUNDS; round++) {
        var body = body(model);
        var first = regimen(model, 1);
        var times = List.of(0.0, 3.0, 11.0, 47.0, 90.0, 240.0, 900.0);
        var once = body.simulate(first, times);
        var triple = body.simulate(times(first, 3), times);
        for (var measured : model.measured()) {
          for (int i = 0; i < times.size(); i++) {
            double single = once.of(measured.analyte()).get(i);
            assertThat(single).as(said(model)).isNotNegative().isFinite();
            assertThat(triple.of(measured.analyte()).get(i))
                .as(said(model))
                .isCloseTo(3 * single, offset(near(3 * single)));
          }
        }
      }
    }
  }

  /// Carried along in pieces, a state is where one step would have brought it, whatever is still
  /// being absorbed at the joint.
  @Test
  void aCarriedStateLosesNothing() {
    for (var model : models()) {
      for (int round = 0; round < ROUNDS; round++) {
        var body = body(model);
        var regimen = regimen(model, 1);
        double joint = 1 + 80 * random.nextDouble();
        var moiety = regimen.moiety();
        var piecewise = body.advance(body.before(0, moiety), regimen, joint);
        var whole = body.simulate(regimen, List.of(400.0)).parent().cp().getFirst();
        var ahead = body.simulate(piecewise, regimen, List.of(400.0)).parent().cp().getFirst();
        assertThat(ahead).as(said(model)).isCloseTo(whole, offset(near(whole)));
      }
    }
  }

  /// Two routes of solving: the network's matrix exponential, and the closed form of the parent.
  @Test
  void theParentIsTheSameByTheClosedForm() {
    for (var model : models()) {
      if (!model.isMammillary()) {
        continue;
      }
      for (int round = 0; round < ROUNDS; round++) {
        var eta = eta(model);
        var person = person(model);
        var rate = DoseRate.ofMilligramsPerHour("25", moiety(model));
        var regimen =
            Regimen.none(moiety(model))
                .plusBolus(2, Dose.ofMilligrams("7", moiety(model)))
                .plusRate(5, 45, rate);
        var times = List.of(0.0, 2.0, 3.0, 20.0, 45.0, 60.0, 300.0);
        var network = PatientNetwork.of(model, person, Optional.empty(), eta);
        var closed = PatientModel.of(model.body(person, 1, eta)).simulate(regimen, times);
        var general = network.simulate(regimen, times).parent();
        for (int i = 0; i < times.size(); i++) {
          double expected = closed.cp().get(i);
          assertThat(general.cp().get(i))
              .as(said(model))
              .isCloseTo(expected, offset(near(expected)));
        }
      }
    }
  }

  /// And a third, which integrates the differential equations: 1e-8.
  @Test
  void theMetabolitesAreTheSameByIntegration() {
    for (var id : List.of("simons-2022", "otto-2021", "perez-ruixo-2021")) {
      var model = ModelCatalogue.shipped().get(id);
      for (int round = 0; round < 5; round++) {
        var body = body(model);
        var matrix = body.matrix();
        var input = new double[matrix.length];
        input[0] = 1;
        var start = new double[matrix.length];
        start[0] = 10;
        var integrated = new Integration(new LinearSystem(matrix, input)).step(start, 0.5, 60);
        var rate = DoseRate.ofMilligramsPerHour("30", ESKETAMINE);
        var regimen =
            Regimen.none(ESKETAMINE)
                .plusBolus(0, Dose.ofMilligrams("10", ESKETAMINE))
                .plusRate(0, 60, rate);
        var exact = body.advance(body.before(0, ESKETAMINE), regimen, 60).milligrams();
        for (int i = 0; i < exact.size(); i++) {
          assertThat(exact.get(i)).as(said(model)).isCloseTo(integrated[i], offset(60 * 1e-8));
        }
      }
    }
  }

  @Test
  void badStatesAndDosesAreRefused() {
    var simons = body(ModelCatalogue.shipped().get("simons-2022"));
    var other = Regimen.none(RACEMIC_KETAMINE);
    var empty = simons.before(0, ESKETAMINE);
    assertThatThrownBy(() -> simons.advance(empty, other, 10))
        .hasMessage("a body with esketamine in it cannot go on with ketamine");
    var later = simons.advance(empty, Regimen.none(ESKETAMINE), 10);
    assertThatThrownBy(() -> simons.advance(later, Regimen.none(ESKETAMINE), 9))
        .hasMessageContaining("time cannot go back");
    var tooShort = new PkState(0, ESKETAMINE, List.of(1.0), 0);
    assertThatThrownBy(() -> simons.advance(tooShort, Regimen.none(ESKETAMINE), 9))
        .hasMessageContaining("does not fit a body of 14");
    var oral =
        Regimen.none(ESKETAMINE).plusDose(0, Route.ORAL, Dose.ofMilligrams("50", ESKETAMINE));
    assertThatThrownBy(() -> simons.simulate(oral, List.of(1.0)))
        .hasMessage("simons-2022 says nothing of oral doses");
    assertThatThrownBy(() -> simons.simulate(Regimen.none(ESKETAMINE), List.of(Double.NaN)))
        .hasMessageContaining("time must lie between");
    var spray = body(ModelCatalogue.shipped().get("perez-ruixo-2021"));
    var half =
        Regimen.none(ESKETAMINE).plusDose(0, Route.INTRANASAL, Dose.ofMilligrams("14", ESKETAMINE));
    assertThatThrownBy(() -> spray.simulate(half, List.of(1.0)))
        .hasMessageContaining("14 mg is no whole number of devices of 28");
  }

  private static double near(double value) {
    return Math.max(TOLERANCE * Math.abs(value), 1e-9);
  }

  private static List<PkModel> models() {
    var models = new ArrayList<>(ModelCatalogue.shipped().models());
    models.addAll(ModelCatalogue.children().models());
    return models;
  }

  private PatientNetwork body(PkModel model) {
    return PatientNetwork.of(model, person(model), Optional.empty(), eta(model));
  }

  private Covariates person(PkModel model) {
    double from = model.weightRange().from().doubleValue();
    double to = model.weightRange().to().doubleValue();
    var weight = BodyWeight.ofKilograms(from + (to - from) * random.nextDouble());
    var groups = Ethnicity.values();
    return new Covariates(weight).aged(Age.ofYears("65")).of(groups[random.nextInt(groups.length)]);
  }

  private Eta eta(PkModel model) {
    var eta = Eta.typical();
    for (var effect : model.variability().randomEffects()) {
      double deviation = random.nextGaussian() * effect.standardDeviation();
      boolean counts = effect.level() == Level.BETWEEN_PERSONS || random.nextBoolean();
      eta = counts ? eta.plus(Eta.of(effect.parameter(), deviation)) : eta;
    }
    return eta;
  }

  private static Moiety moiety(PkModel model) {
    return model.moieties().contains(ESKETAMINE) ? ESKETAMINE : RACEMIC_KETAMINE;
  }

  private Regimen regimen(PkModel model, double factor) {
    var moiety = moiety(model);
    double end = 5 + 100 * random.nextDouble();
    var regimen =
        Regimen.none(moiety)
            .plusBolus(10 * random.nextDouble(), Dose.ofMilligrams("12", moiety))
            .plusRate(4, end, DoseRate.ofMilligramsPerHour("20", moiety));
    for (var absorption : model.absorptions()) {
      var dose = Dose.ofMilligrams(absorption.device().isPresent() ? "56" : "40", moiety);
      regimen = regimen.plusDose(30 * random.nextDouble(), absorption.route(), dose);
    }
    return times(regimen, factor);
  }

  /// As many of everything; nasal doses stay whole devices, so they are given again at the same
  /// minute instead.
  private static Regimen times(Regimen regimen, double factor) {
    var moiety = regimen.moiety();
    var more = Regimen.none(moiety);
    for (var bolus : regimen.boluses()) {
      double dose = bolus.dose().asDouble() * factor;
      more = more.plusBolus(bolus.atMinute(), Dose.ofMilligrams(dose, moiety));
    }
    for (var rate : regimen.rates()) {
      var faster = DoseRate.ofMilligramsPerHour(rate.rate().asDouble() * factor + "", moiety);
      more = more.plusRate(rate.fromMinute(), rate.untilMinute(), faster);
    }
    for (var given : regimen.administrations()) {
      for (int i = 0; i < factor; i++) {
        more = more.plusDose(given.atMinute(), given.route(), given.dose());
      }
    }
    return more;
  }

  private static String said(PkModel model) {
    return model.id() + ", seed " + SEED;
  }
}
