package org.nepenthe.pharmacology.absorption;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.nepenthe.pharmacology.Band;
import org.nepenthe.pharmacology.Curve;
import org.nepenthe.pharmacology.PatientNetwork;
import org.nepenthe.pharmacology.Pharmacokinetics;
import org.nepenthe.pharmacology.Prediction.OtherRoute;
import org.nepenthe.pharmacology.Prediction.Predicted;
import org.nepenthe.pharmacology.Prediction.Refusal;
import org.nepenthe.pharmacology.absorption.RouteForecast.Banded;
import org.nepenthe.pharmacology.absorption.RouteForecast.Curved;
import org.nepenthe.pharmacology.absorption.RouteForecast.NotForecast;
import org.nepenthe.pharmacology.absorption.Uptake.Pace;
import org.nepenthe.pharmacology.absorption.Uptake.People;
import org.nepenthe.pharmacology.absorption.Uptake.Published;
import org.nepenthe.pharmacology.absorption.Uptake.Spread;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.Eta;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.pharmacology.regimen.Route;
import org.nepenthe.pharmacology.solver.Transitions;

/// Forecasts doses by any route: by the model's own absorption where it has one, otherwise as a
/// band over the published spread.
public final class RouteForecasts {
  /// Rates of absorption tried between the slowest and the fastest, both included. A concentration
  /// at one minute is highest somewhere between them, not always at an end.
  private static final int PACES = 9;

  private final AbsorptionCatalogue catalogue;

  public RouteForecasts(AbsorptionCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// @param minutes ascending, from the start of the regimen
  /// @throws IllegalArgumentException for times that do not ascend
  public RouteForecast forecast(
      PkModel model, Covariates person, Regimen regimen, List<Double> minutes) {
    Minutes.ascending(minutes);
    return switch (Pharmacokinetics.simulate(model, person, regimen, minutes)) {
      case Predicted predicted -> new Curved(predicted);
      case OtherRoute refusal -> absorbed(model, person, regimen, minutes, refusal);
      case Refusal refusal -> new NotForecast(model, refusal.reason());
    };
  }

  private RouteForecast absorbed(
      PkModel model, Covariates person, Regimen regimen, List<Double> minutes, Refusal refusal) {
    var routes = EnumSet.copyOf(regimen.routes());
    routes.remove(Route.INTRAVENOUS);
    if (routes.size() != 1) {
      var why =
          "Doses by several routes at once are beyond what was published: " + refusal.reason();
      return new NotForecast(model, why);
    }
    var route = routes.iterator().next();
    if (model.absorption(route).isPresent()) {
      return new NotForecast(model, refusal.reason());
    }
    var bare = Pharmacokinetics.refusal(model, person, Regimen.none(regimen.moiety()));
    if (bare.isPresent()) {
      return new NotForecast(model, bare.get().reason());
    }
    var people = model.isOfChildren() ? People.CHILDREN : People.ADULTS;
    return switch (catalogue.of(route, people)) {
      case Uptake.Unpublished unknown -> new NotForecast(model, unknown.reason());
      case Published published -> banded(model, person, regimen, minutes, published);
    };
  }

  private static RouteForecast banded(
      PkModel model, Covariates person, Regimen regimen, List<Double> minutes, Published uptake) {
    var curves = new ArrayList<Curve>();
    var site = model.effectSites().stream().findFirst();
    for (double rate : rates(model, person, uptake.pace())) {
      for (double fraction : List.of(uptake.fraction().from(), uptake.fraction().to())) {
        var absorbing =
            model.absorbing(uptake.route(), fraction, rate, uptake.evidence().getFirst());
        var body = PatientNetwork.of(absorbing, person, site, Eta.typical());
        curves.add(body.simulate(regimen, minutes).parent());
      }
    }
    var plasma = envelope(curves.stream().map(Curve::cp).toList());
    var effect = site.map(_ -> envelope(curves.stream().map(Curve::ce).toList()));
    return new Banded(model, minutes, plasma, site, effect, uptake);
  }

  /// First-order rate constants in 1/min from the slowest to the fastest, evenly spaced on the
  /// logarithm.
  static double[] rates(PkModel model, Covariates person, Pace pace) {
    var ends =
        switch (pace) {
          case Pace.HalfTime(Spread minutes) ->
              new double[] {Math.log(2) / minutes.to(), Math.log(2) / minutes.from()};
          case Pace.PeakAfter(Spread minutes) -> {
            var matrix = model.network().matrix(model.values(person, Eta.typical()));
            yield new double[] {
              rateForPeakAt(matrix, minutes.to()), rateForPeakAt(matrix, minutes.from())
            };
          }
        };
    if (ends[1] <= ends[0]) {
      return new double[] {ends[0]};
    }
    var rates = new double[PACES];
    for (int i = 0; i < PACES; i++) {
      rates[i] = ends[0] * Math.pow(ends[1] / ends[0], i / (PACES - 1.0));
    }
    return rates;
  }

  /// The first-order rate of absorption with which plasma peaks at a time, in 1/min: the faster the
  /// absorption, the earlier the peak.
  private static double rateForPeakAt(double[][] matrix, double minutes) {
    double slow = 1e-6;
    double fast = 1e3;
    for (int i = 0; i < 100 && fast - slow > 1e-12 * fast; i++) {
      double middle = Math.sqrt(slow * fast);
      if (isFalling(matrix, middle, minutes)) {
        fast = middle;
      } else {
        slow = middle;
      }
    }
    return Math.sqrt(slow * fast);
  }

  private static boolean isFalling(double[][] matrix, double rate, double minutes) {
    int n = matrix.length;
    var withDepot = Arrays.copyOf(matrix, n + 1);
    for (int i = 0; i < n; i++) {
      withDepot[i] = Arrays.copyOf(matrix[i], n + 1);
    }
    withDepot[n] = new double[n + 1];
    withDepot[n][n] = -rate;
    withDepot[0][n] = rate;
    var start = new double[n + 1];
    start[n] = 1;
    var state = new Transitions(withDepot, new int[0]).step(start, new double[0], minutes);
    double slope = 0;
    for (int j = 0; j <= n; j++) {
      slope += withDepot[0][j] * state[j];
    }
    return slope < 0;
  }

  private static Band envelope(List<List<Double>> curves) {
    var lower = new ArrayList<Double>();
    var upper = new ArrayList<Double>();
    for (int i = 0; i < curves.getFirst().size(); i++) {
      int at = i;
      var values = curves.stream().mapToDouble(curve -> curve.get(at)).summaryStatistics();
      lower.add(values.getMin());
      upper.add(values.getMax());
    }
    return new Band(lower, upper);
  }
}
