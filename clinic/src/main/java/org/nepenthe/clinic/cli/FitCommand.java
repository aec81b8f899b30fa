package org.nepenthe.clinic.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.nepenthe.pharmacology.fit.CredibleBand;
import org.nepenthe.pharmacology.fit.Fitted;
import org.nepenthe.pharmacology.fit.Individualisation;
import org.nepenthe.pharmacology.fit.Individualised;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.pharmacology.regimen.Regimen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// One person's own curve from a few timed levels, or the reasons why not.
@Command(
    name = "fit",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    sortOptions = false,
    description = {
      "The most probable person behind a few measured levels, how sure that is, and their curve"
          + " with its band; or why nothing can be said.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  nepenthe fit --model simons-2022 --moiety esketamine --weight 70kg --levels levels.csv \\",
      "      --quantification-limit 1 --dose \"0 min: 20 mg over 20 min\" --until 4h",
      "",
      "  levels.csv:   time_min,ng_per_mL,matrix",
      "                20,120.5,arterial",
      "                60,42,arterial",
      "  levels.json:  [{\"time_min\": 20, \"ng_per_mL\": 120.5, \"matrix\": \"arterial\"}]",
      "",
      "Exit status: 0 done, 1 nothing can be said, with the reasons, 2 wrongly called.",
      "For what-if and teaching. It is no dose recommendation and drives no pump."
    })
final class FitCommand implements Callable<Integer> {
  private static final double PROBABILITY = 0.9;

  private final Printer printer;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--model", required = true, paramLabel = "ID", description = "A model by its id.")
  private String model = "";

  @Mixin private PersonOptions person = new PersonOptions();
  @Mixin private DoseOptions doses = new DoseOptions();

  @Option(
      names = "--levels",
      required = true,
      paramLabel = "FILE",
      description = {
        "CSV with the header " + LevelsFile.HEADER + ",",
        "or JSON, a list of objects with these names; matrix is arterial or venous."
      })
  private Path levels = Path.of("");

  @Option(
      names = "--quantification-limit",
      required = true,
      paramLabel = "N",
      description = "In ng/mL: below it the assay's numbers mean nothing.")
  private double limit;

  @Option(
      names = "--every",
      paramLabel = "TIME",
      converter = Spoken.Time.class,
      description = "Step between two values: 1min (where nothing is said).")
  private double every = 1;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = Spoken.Time.class,
      description = "Last value: 240min (where nothing is said).")
  private double until = 240;

  @Option(names = "--format", paramLabel = "FORMAT", description = "csv or json.")
  private Format format = Format.CSV;

  FitCommand(Printer printer) {
    this.printer = printer;
  }

  @Override
  public Integer call() {
    try {
      var regimen = doses.regimen(person.weight());
      var asked = Models.shipped().get(model);
      return switch (Individualisation.fit(
          asked, person.covariates(), regimen, LevelsFile.read(levels, doses.moiety(), limit))) {
        case Fitted fitted -> told(fitted, regimen);
        case Individualised.Refused refused -> {
          refused.refusals().forEach(why -> printer.complain(why.reason()));
          yield 1;
        }
      };
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private int told(Fitted fitted, Regimen regimen) {
    var band = fitted.band(regimen, Minutes.every(every, until), PROBABILITY);
    printer.complain(doses.moiety().genericName() + ", as base; bands hold 90 of 100 such curves");
    for (var deviation : fitted.deviations()) {
      printer.complain(
          "%s: deviates by %.3g (standard deviation %.3g), shrinkage %.0f %%"
              .formatted(
                  deviation.parameter(),
                  deviation.eta(),
                  deviation.standardDeviation(),
                  deviation.shrinkage() * 100));
    }
    for (var check : fitted.checks()) {
      if (!check.isPlausible()) {
        printer.complain(
            "the level at %s min is not what the others would have: %s ng/mL, expected %.3g to %.3g%s"
                .formatted(
                    Digits.fifteen(check.level().minute()),
                    Digits.fifteen(check.level().concentration()),
                    check.lower(),
                    check.upper(),
                    check.looksMistimed() ? "; is its time right?" : ""));
      }
    }
    printer.say(format == Format.CSV ? csv(band) : json(fitted, band));
    return 0;
  }

  private static String csv(CredibleBand band) {
    var text =
        new StringBuilder("time_min,cp_ng_per_mL,cp_low_ng_per_mL,cp_high_ng_per_mL,ce_ng_per_mL");
    var minutes = band.curve().minutes();
    for (int i = 0; i < minutes.size(); i++) {
      text.append('\n')
          .append(Digits.fifteen(minutes.get(i)))
          .append(',')
          .append(Digits.fifteen(band.curve().cp().get(i)))
          .append(',')
          .append(Digits.fifteen(band.lower().cp().get(i)))
          .append(',')
          .append(Digits.fifteen(band.upper().cp().get(i)))
          .append(',')
          .append(band.curve().ce().isEmpty() ? "" : Digits.fifteen(band.curve().ce().get(i)));
    }
    return text.toString();
  }

  private String json(Fitted fitted, CredibleBand band) {
    var all = new LinkedHashMap<String, Object>();
    all.put("model", model);
    all.put("moiety", doses.moiety().genericName());
    var deviations = new ArrayList<Map<String, Object>>();
    for (var deviation : fitted.deviations()) {
      var one = new LinkedHashMap<String, Object>();
      one.put("parameter", deviation.parameter());
      one.put("eta", deviation.eta());
      one.put("standard_deviation", deviation.standardDeviation());
      one.put("shrinkage", deviation.shrinkage());
      deviations.add(one);
    }
    all.put("deviations", deviations);
    all.put("predicted_levels_ng_per_mL", fitted.predictedLevels());
    all.put("time_min", band.curve().minutes());
    all.put("probability", band.probability());
    all.put("cp_ng_per_mL", band.curve().cp());
    all.put("cp_low_ng_per_mL", band.lower().cp());
    all.put("cp_high_ng_per_mL", band.upper().cp());
    return JsonText.of(all);
  }
}
