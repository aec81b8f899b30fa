package org.nepenthe.clinic.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.nepenthe.pharmacology.Concentrations;
import org.nepenthe.pharmacology.PatientNetwork;
import org.nepenthe.pharmacology.Pharmacokinetics;
import org.nepenthe.pharmacology.Prediction;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.EffectSite;
import org.nepenthe.pharmacology.model.Eta;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.pharmacology.regimen.Regimen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Curves of one or more models for one person and regimen, with no clinic and no server.
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    sortOptions = false,
    description = {
      "Concentrations in plasma and at the effect site that published models predict for a typical"
          + " person.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  nepenthe simulate --model kamp-2020 --weight 70kg --dose \"0 min: 10 mg\" \\",
      "      --dose \"0-40 min: 30 mg/h\" --every 1min --until 240min --format csv",
      "  nepenthe simulate --model kamp-2020 --model domino-1984 --weight 154lb \\",
      "      --dose \"0 min: 0.5 mg/kg over 40 min\" --until 4h --format json",
      "  nepenthe simulate --model kamp-2020 --ke0 0.238/min --ke0-from domino-1984 \\",
      "      --weight 70kg --dose \"0 min: 10 mg\" --until 1h",
      "",
      "The result goes to standard output; what has to be said beside it to standard error.",
      "Exit status: 0 done, 1 no model has a curve, 2 wrongly called.",
      "For what-if and teaching. It is no dose recommendation and drives no pump."
    })
final class SimulateCommand implements Callable<Integer> {
  private final Printer printer;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--model",
      paramLabel = "ID",
      description =
          "A model by its id; several times for an ensemble. Where none is named:"
              + " kamp-2020 and domino-1984.")
  private List<String> models = new ArrayList<>();

  @Mixin private PersonOptions person = new PersonOptions();
  @Mixin private DoseOptions doses = new DoseOptions();
  @Mixin private SiteOptions sites = new SiteOptions();

  @Option(
      names = "--every",
      paramLabel = "TIME",
      converter = Spoken.Time.class,
      description = "Step between two values: 1min (where nothing is said), 10s, 1h.")
  private double every = 1;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = Spoken.Time.class,
      description = "Last value: 240min (where nothing is said), 14d.")
  private double until = 240;

  @Option(names = "--format", paramLabel = "FORMAT", description = "csv or json.")
  private Format format = Format.CSV;

  SimulateCommand(Printer printer) {
    this.printer = printer;
  }

  /// What one model says.
  record Simulated(PkModel model, Concentrations concentrations, String site) {}

  @Override
  public Integer call() {
    var known = Models.shipped();
    var curves = new ArrayList<Simulated>();
    Regimen regimen;
    List<PkModel> asked;
    List<Double> minutes;
    try {
      sites.check();
      regimen = doses.regimen(person.weight());
      asked = asked(known);
      minutes = Minutes.every(every, until);
      for (var model : asked) {
        simulate(model, known, regimen, minutes, curves);
      }
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }
    if (curves.isEmpty()) {
      printer.complain("nepenthe: no model has a curve for this");
      return 1;
    }
    beside(curves);
    printer.say(
        switch (format) {
          case CSV -> CurveText.csv(curves);
          case JSON -> CurveText.json(curves, regimen, person.weight());
        });
    return 0;
  }

  private List<PkModel> asked(Models known) {
    var ids = models.isEmpty() ? List.of("kamp-2020", "domino-1984") : models;
    return ids.stream().distinct().map(known::get).toList();
  }

  private void simulate(
      PkModel model, Models known, Regimen regimen, List<Double> minutes, List<Simulated> curves) {
    var covariates = person.covariates();
    var refusal = Pharmacokinetics.refusal(model, covariates, regimen);
    if (refusal.isPresent()) {
      printer.complain(refusal.get().reason() + meant(refusal.get()));
      return;
    }
    var chosen = sites.forModel(model, covariates, known);
    var concentrations =
        chosen.isOwn() || chosen.site().isEmpty()
            ? PatientNetwork.of(model, covariates, chosen.site(), Eta.typical())
                .simulate(regimen, minutes)
            : ofShipped(model, chosen.site().get(), covariates, regimen, minutes);
    curves.add(new Simulated(model, concentrations, chosen.note()));
  }

  private static Concentrations ofShipped(
      PkModel model, EffectSite site, Covariates who, Regimen regimen, List<Double> minutes) {
    return switch (Pharmacokinetics.simulate(model, site, who, regimen, minutes)) {
      case Prediction.Predicted predicted ->
          new Concentrations(predicted.curve(), predicted.metabolites());
      case Prediction.Refusal refusal -> throw new IllegalArgumentException(refusal.reason());
    };
  }

  private String meant(Prediction.Refusal refusal) {
    return switch (refusal) {
      case Prediction.OtherMoiety _ ->
          doses.moietyIsAssumed() ? "; is --moiety esketamine meant?" : "";
      case Prediction.MissingCovariate missing ->
          switch (missing.covariate()) {
            case AGE -> "; say --age";
            case ETHNICITY -> "; say --ethnicity";
            case BODY_WEIGHT -> "; say --weight";
          };
      case Prediction.OutsideDomain _, Prediction.OtherRoute _ -> "";
    };
  }

  /// What the numbers are of, and what they must not be taken for.
  private void beside(List<Simulated> curves) {
    printer.complain(
        doses.moiety().genericName()
            + (doses.moietyIsAssumed() ? " (racemic; --moiety says otherwise)" : "")
            + ", as base");
    if (!person.unused().isEmpty()) {
      printer.complain("no model that ships uses " + String.join(" or ", person.unused()));
    }
    for (var curve : curves) {
      printer.complain(
          "%s: %s; %s"
              .formatted(curve.model().id(), curve.model().matrix().plainWords(), curve.site()));
    }
    var matrices = curves.stream().map(curve -> curve.model().matrix().plainWords()).distinct();
    if (matrices.count() > 1) {
      printer.complain(
          "These curves are not of one kind of blood; early in an infusion arterial concentrations"
              + " lie well above venous ones.");
    }
    if (curves.stream().map(curve -> curve.site().toLowerCase(Locale.ROOT)).distinct().count()
        > 1) {
      printer.complain("The effect sites do not all stand for the same effect or the same ke0.");
    }
  }
}
