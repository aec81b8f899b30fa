package org.nepenthe.clinic.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.nepenthe.pharmacology.Pharmacokinetics;
import org.nepenthe.pharmacology.model.Eta;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.pharmacology.solver.Mammillary;
import org.nepenthe.pharmacology.target.PumpLimits;
import org.nepenthe.pharmacology.target.TargetController;
import org.nepenthe.pharmacology.target.WhatIfScheme;
import org.nepenthe.quantity.Moiety;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// Which rates would reach and hold a concentration, on paper.
@Command(
    name = "target",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    sortOptions = false,
    description = {
      "Which rates would reach and hold a concentration in a model's typical person, in steps of"
          + " ten seconds. It never drives a pump.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  nepenthe target --model domino-1984 --weight 70kg --plasma 100ng/mL \\",
      "      --until 60min --max-rate 20mg/min",
      "  nepenthe target --model kamp-2020 --weight 70kg --effect 100ng/mL \\",
      "      --until 1h --max-rate 2mg/min --format json",
      "",
      "Exit status: 0 done, 1 the model has no answer, 2 wrongly called.",
      "For what-if and teaching: calculated for a typical person, never sent to a pump."
    })
final class TargetCommand implements Callable<Integer> {
  private final Printer printer;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--model",
      paramLabel = "ID",
      description = "The model; kamp-2020 if none is named.")
  private String model = "kamp-2020";

  @Mixin private PersonOptions person = new PersonOptions();

  @Option(
      names = "--moiety",
      paramLabel = "NAME",
      converter = DoseOptions.Name.class,
      description = "ketamine (racemic; where nothing is said) or esketamine.")
  private Moiety moiety = Moiety.RACEMIC_KETAMINE;

  @Option(
      names = "--plasma",
      paramLabel = "LEVEL",
      converter = Level.class,
      description = "Concentration wanted in plasma: 100ng/mL.")
  private Optional<Double> plasma = Optional.empty();

  @Option(
      names = "--effect",
      paramLabel = "LEVEL",
      converter = Level.class,
      description = "Concentration wanted at the effect site: 100ng/mL.")
  private Optional<Double> effect = Optional.empty();

  @Mixin private SiteOptions sites = new SiteOptions();

  @Option(
      names = "--until",
      required = true,
      paramLabel = "TIME",
      converter = Spoken.Time.class,
      description = "How long it is to be held: 60min.")
  private double until;

  @Option(
      names = "--max-rate",
      required = true,
      paramLabel = "RATE",
      converter = Rate.class,
      description = "The fastest the pump can give, with this solution: 20mg/min, 600mg/h.")
  private double most;

  @Option(names = "--format", paramLabel = "FORMAT", description = "csv or json.")
  private Format format = Format.CSV;

  TargetCommand(Printer printer) {
    this.printer = printer;
  }

  @Override
  public Integer call() {
    try {
      if (plasma.isPresent() == effect.isPresent()) {
        throw new IllegalArgumentException("say one of --plasma and --effect");
      }
      sites.check();
      return worked();
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private int worked() {
    var models = Models.shipped();
    var asked = models.get(model);
    var refusal =
        Pharmacokinetics.refusal(asked, person.covariates(), Regimen.none(moiety))
            .map(refused -> refused.reason());
    if (refusal.isPresent() || !asked.isMammillary()) {
      printer.complain(
          "nepenthe: "
              + refusal.orElse(asked.title() + " has no body that a target can be held in"));
      return 1;
    }
    var chosen = sites.forModel(asked, person.covariates(), models);
    if (chosen.site().isEmpty()) {
      printer.complain("nepenthe: " + asked.title() + " has no effect site; say --ke0");
      return 1;
    }
    double ke0 = chosen.site().get().ke0().forWeight(person.weight());
    var scheme = scheme(asked.body(person.covariates(), ke0, Eta.typical()));
    printer.complain(WhatIfScheme.LABEL);
    printer.complain(
        "%s, as base; %s: %s; %s"
            .formatted(
                moiety.genericName(), asked.id(), asked.matrix().plainWords(), chosen.note()));
    printer.say(format == Format.CSV ? csv(scheme) : json(scheme));
    return 0;
  }

  private WhatIfScheme scheme(Mammillary body) {
    var limits = PumpLimits.of(most);
    return effect
        .map(level -> TargetController.effectSite(body, limits).hold(level, until))
        .orElseGet(() -> TargetController.plasma(body, limits).hold(plasma.orElseThrow(), until));
  }

  private static String csv(WhatIfScheme scheme) {
    var text =
        new StringBuilder(
            "from_min,until_min,rate_mg_per_h,cp_ng_per_mL,ce_ng_per_mL,pump_limited");
    for (int i = 0; i < scheme.steps(); i++) {
      text.append('\n')
          .append(Digits.fifteen(scheme.minute(i)))
          .append(',')
          .append(Digits.fifteen(scheme.minute(i + 1)))
          .append(',')
          .append(Digits.fifteen(scheme.rate(i) * 60))
          .append(',')
          .append(Digits.fifteen(scheme.cp(i + 1)))
          .append(',')
          .append(Digits.fifteen(scheme.ce(i + 1)))
          .append(',')
          .append(scheme.isLimited(i));
    }
    return text.toString();
  }

  private String json(WhatIfScheme scheme) {
    var steps = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < scheme.steps(); i++) {
      var step = new LinkedHashMap<String, Object>();
      step.put("from_min", scheme.minute(i));
      step.put("until_min", scheme.minute(i + 1));
      step.put("rate_mg_per_h", scheme.rate(i) * 60);
      step.put("cp_ng_per_mL", scheme.cp(i + 1));
      step.put("ce_ng_per_mL", scheme.ce(i + 1));
      step.put("pump_limited", scheme.isLimited(i));
      steps.add(step);
    }
    var all = new LinkedHashMap<String, Object>();
    all.put("label", WhatIfScheme.LABEL);
    all.put("moiety", moiety.genericName());
    all.put("model", model);
    all.put("total_mg", scheme.milligrams());
    all.put("steps", steps);
    return JsonText.of(all);
  }

  /// `100 ng/mL` or `0.1 mcg/mL`, in ng/mL.
  static final class Level implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      return measured(text, "ng/mL", 1, "mcg/mL", 1000);
    }
  }

  /// `20 mg/min` or `600 mg/h`, in mg/min.
  static final class Rate implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      return measured(text, "mg/min", 1, "mg/h", 1 / 60.0);
    }
  }

  private static double measured(
      String text, String unit, double factor, String other, double otherFactor) {
    var said = text.replace(" ", "");
    if (said.matches("\\d+(\\.\\d+)?" + unit)) {
      return Double.parseDouble(said.replace(unit, "")) * factor;
    }
    if (said.matches("\\d+(\\.\\d+)?" + other)) {
      return Double.parseDouble(said.replace(other, "")) * otherFactor;
    }
    throw new TypeConversionException("'%s': say it in %s or %s".formatted(text, unit, other));
  }
}
