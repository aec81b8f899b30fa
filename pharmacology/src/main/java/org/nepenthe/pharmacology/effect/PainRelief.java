package org.nepenthe.pharmacology.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.evidence.BrokenFile;
import org.nepenthe.evidence.Citations;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.evidence.YamlNode;
import org.nepenthe.pharmacology.Band;
import org.nepenthe.pharmacology.PatientNetwork;
import org.nepenthe.pharmacology.Pharmacokinetics;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.EffectSite;
import org.nepenthe.pharmacology.model.Eta;
import org.nepenthe.pharmacology.model.Ke0;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.model.ShippedFile;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.quantity.Moiety;

/// How pain relief builds up and fades over weeks after esketamine in complex regional pain
/// syndrome.
///
/// The numbers are published; how they hang together could not be read, and is this library's: an
/// effect site that follows plasma with the published half-life of days, and relief of
/// `Ce / (Ce + C50)` in those who respond. It is a way to look at duration, not a promise.
///
/// @param c50 ng/mL
/// @param halfLife of onset and offset, in days
/// @param response probability that relief comes at all
/// @param placeboResponse the same without ketamine
public record PainRelief(
    Moiety moiety,
    Estimate c50,
    Estimate halfLife,
    Estimate response,
    Estimate placeboResponse,
    Evidence evidence) {
  private static final double MINUTES_PER_DAY = 1440;
  private static final int PACES = 9;

  /// What is said wherever a forecast of relief stands.
  public static final String LABEL =
      "In those who respond. The shape of the curve is this library's reading of published numbers";

  /// Relief as a fraction of the greatest possible, 0 to 1, in people who respond.
  ///
  /// @param typical with the typical half-life and C50
  /// @param band between the slowest and the fastest, the most and the least sensitive
  public record Forecast(PkModel model, List<Double> minutes, List<Double> typical, Band band) {
    public Forecast {
      minutes = List.copyOf(minutes);
      typical = List.copyOf(typical);
    }

    /// How long relief stays at or above a fraction, in days, judged at the forecast's own minutes:
    /// typically, and at the ends of the band.
    public Estimate daysAtLeast(double fraction) {
      double low = days(band.lower(), fraction);
      double high = days(band.upper(), fraction);
      double middle = days(typical, fraction);
      return new Estimate(middle, Math.min(low, middle), Math.max(high, middle));
    }

    private double days(List<Double> relief, double fraction) {
      double sum = 0;
      for (int i = 1; i < relief.size(); i++) {
        boolean both = relief.get(i) >= fraction && relief.get(i - 1) >= fraction;
        sum += both ? minutes.get(i) - minutes.get(i - 1) : 0;
      }
      return sum / MINUTES_PER_DAY;
    }
  }

  /// Reads the shipped file.
  ///
  /// @throws BrokenFile with file and line, if it cannot be used
  public static PainRelief shipped() {
    return read(ShippedFile.read("relief.yaml"), ShippedFile.citations());
  }

  static PainRelief read(YamlNode root, Citations citations) {
    root.onlyKeys("moiety", "c50", "half-life", "response", "placebo-response", "evidence");
    var relief =
        new PainRelief(
            root.get("moiety").oneOf(Moiety.class),
            Estimate.read(root.get("c50"), "ng/mL"),
            Estimate.read(root.get("half-life"), "d"),
            Estimate.read(root.get("response"), "1"),
            Estimate.read(root.get("placebo-response"), "1"),
            citations.evidence(root.get("evidence")));
    if (relief.c50().from() <= 0 || relief.halfLife().from() <= 0 || relief.response().to() > 1) {
      throw root.broken("expected a C50 and a half-life above 0, and probabilities up to 1");
    }
    return relief;
  }

  /// Why there is no forecast for a model, a person and a regimen; empty where there is one.
  public Optional<String> refusal(PkModel model, Covariates person, Regimen regimen) {
    if (regimen.moiety() != moiety) {
      return Optional.of(
          "Relief over weeks was measured after "
              + moiety.genericName()
              + ", not after "
              + regimen.moiety().genericName());
    }
    return Pharmacokinetics.refusal(model, person, regimen).map(refused -> refused.reason());
  }

  /// @param minutes ascending, from the start of the regimen, up to many weeks
  /// @throws IllegalArgumentException where [#refusal] has a reason, or for times that do not
  ///     ascend
  public Forecast forecast(
      PkModel model, Covariates person, Regimen regimen, List<Double> minutes) {
    Minutes.ascending(minutes);
    refusal(model, person, regimen)
        .ifPresent(reason -> {
          throw new IllegalArgumentException(reason);
        });
    var curves = new ArrayList<List<Double>>();
    for (int i = 0; i < PACES; i++) {
      double span = halfLife.to() / halfLife.from();
      double days = halfLife.from() * Math.pow(span, i / (PACES - 1.0));
      var site = atEffectSite(model, person, regimen, minutes, days);
      curves.add(relief(site, c50.from()));
      curves.add(relief(site, c50.to()));
    }
    var site = atEffectSite(model, person, regimen, minutes, halfLife.typical());
    var typical = relief(site, c50.typical());
    curves.add(typical);
    return new Forecast(model, minutes, typical, EndpointForecasts.envelope(curves));
  }

  private List<Double> atEffectSite(
      PkModel model, Covariates person, Regimen regimen, List<Double> minutes, double days) {
    var ke0 = new Ke0.Constant(Math.log(2) / (days * MINUTES_PER_DAY));
    var site = new EffectSite("relief", LABEL, ke0, model.id(), Optional.empty(), evidence);
    return PatientNetwork.of(model, person, Optional.of(site), Eta.typical())
        .simulate(regimen, minutes)
        .parent()
        .ce();
  }

  private static List<Double> relief(List<Double> site, double c50) {
    return site.stream().map(c -> c / (c + c50)).toList();
  }
}
