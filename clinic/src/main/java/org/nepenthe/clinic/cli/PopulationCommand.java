package org.nepenthe.clinic.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.nepenthe.pharmacology.population.Dosing;
import org.nepenthe.pharmacology.population.Leaving;
import org.nepenthe.pharmacology.population.Limits;
import org.nepenthe.pharmacology.population.PercentileBands;
import org.nepenthe.pharmacology.population.PopulationSimulation;
import org.nepenthe.pharmacology.population.Site;
import org.nepenthe.pharmacology.population.people.Demographics;
import org.nepenthe.pharmacology.population.people.DemographicsCatalogue;
import org.nepenthe.pharmacology.population.people.Spread;
import org.nepenthe.pharmacology.population.people.VirtualPopulation;
import org.nepenthe.pharmacology.regimen.Minutes;
import org.nepenthe.quantity.BodyWeight;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// How concentrations are spread among many virtual people.
@Command(
    name = "population",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    sortOptions = false,
    description = {
      "How concentrations are spread among virtual people, drawn from what a model says of how"
          + " people differ: percentiles at each time, and who leaves a band.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  nepenthe population --model simons-2022 --moiety esketamine --n 100000 --seed 1 \\",
      "      --dose \"0 min: 0.3 mg/kg over 40 min\" --until 4h --band 50..200",
      "  nepenthe population --model simons-2022 --moiety esketamine --weights 60..80kg \\",
      "      --dose \"0-40 min: 30 mg/h\" --format json",
      "",
      "Exit status: 0 done, 2 wrongly called or beyond what the model says of people.",
      "The same seed gives the same people. For what-if and teaching."
    })
final class PopulationCommand implements Callable<Integer> {
  private static final double[] PERCENTS = {5, 25, 50, 75, 95};

  private final Printer printer;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--model", required = true, paramLabel = "ID", description = "A model by its id.")
  private String model = "";

  @Option(
      names = "--n",
      paramLabel = "N",
      description = "How many people: 10000 if nothing is said.")
  private long persons = 10_000;

  @Option(names = "--seed", paramLabel = "N", description = "Which people: 1 if nothing is said.")
  private long seed = 1;

  @Option(
      names = "--people",
      paramLabel = "ID",
      description = "Whose weights and ages: simons-2022 if nothing is said.")
  private String people = "simons-2022";

  @Option(
      names = "--weights",
      paramLabel = "FROM..TO",
      description = "Only people of these weights, in kg, as in 60..80kg.")
  private Optional<String> weights = Optional.empty();

  @Mixin private DoseOptions doses = new DoseOptions();

  @Option(
      names = "--every",
      paramLabel = "TIME",
      converter = Spoken.Time.class,
      description = "Step between two times: 1min (where nothing is said).")
  private double every = 1;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = Spoken.Time.class,
      description = "Last time: 240min (where nothing is said).")
  private double until = 240;

  @Option(
      names = "--band",
      paramLabel = "FROM..TO",
      converter = Band.class,
      description = "Which share of the people leaves this band of plasma, in ng/mL: 50..200.")
  private Optional<Limits> band = Optional.empty();

  @Option(
      names = "--measured",
      description = "Levels as a laboratory would measure them, with the model's residual error.")
  private boolean measured;

  @Option(names = "--threads", paramLabel = "N", description = "Threads: 1 if nothing is said.")
  private int threads = 1;

  @Option(names = "--format", paramLabel = "FORMAT", description = "csv or json.")
  private Format format = Format.CSV;

  PopulationCommand(Printer printer) {
    this.printer = printer;
  }

  @Override
  public Integer call() {
    try {
      return worked();
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private int worked() {
    var asked = Models.shipped().get(model);
    if (asked.effectSites().isEmpty()) {
      throw new IllegalArgumentException(model + " has no effect site, which a population needs");
    }
    var population = VirtualPopulation.of(asked, asked.effectSite(), demographics(), seed);
    var simulation = simulation(population);
    var bands = watched(simulation, watching -> watching.bands(persons, threads));
    var leaving =
        band.map(
            limits -> watched(simulation, watching -> watching.leaving(limits, persons, threads)));
    printer.complain(
        "%s, as base; %s: %s; %s; %d people, seed %d"
            .formatted(
                doses.moiety().genericName(),
                asked.id(),
                asked.matrix().plainWords(),
                population.demographics().title(),
                persons,
                seed));
    printer.complain(
        measured
            ? "Bands are of measured levels: the model's residual error is on top of each curve."
            : "Bands are of people's own curves; measured levels would scatter further.");
    leaving.ifPresent(left ->
        printer.complain(
            "%.4g %% of the people leave %s to %s ng/mL of plasma at some time"
                .formatted(
                    left.ever() * 100,
                    Digits.fifteen(left.limits().lower()),
                    Digits.fifteen(left.limits().upper()))));
    printer.say(format == Format.CSV ? csv(bands, leaving) : json(bands, leaving));
    return 0;
  }

  private PopulationSimulation simulation(VirtualPopulation population) {
    var simulation = new PopulationSimulation(population, dosing(), Minutes.every(every, until));
    return measured ? simulation.measured() : simulation;
  }

  private <T> T watched(PopulationSimulation simulation, Function<PopulationSimulation, T> work) {
    if (!ProgressBar.wanted()) {
      return work.apply(simulation);
    }
    var bar = new ProgressBar(System.err, persons);
    try {
      return work.apply(simulation.watchedBy(bar));
    } finally {
      bar.clear();
    }
  }

  /// Doses for each kilogram are each person's own; amounts are the same for everybody.
  private Dosing dosing() {
    return doses.isPerKilogram()
        ? new Dosing.PerKilogram(doses.regimen(BodyWeight.ofKilograms("1")))
        : new Dosing.Same(doses.regimen(BodyWeight.ofKilograms("70")));
  }

  private Demographics demographics() {
    var shipped = DemographicsCatalogue.shipped().get(people);
    if (weights.isEmpty()) {
      return shipped;
    }
    var ends = ends(weights.get().replaceFirst("\\s*kg$", ""), "60..80kg");
    var weight = shipped.weight();
    double mean = Math.clamp(weight.mean(), ends[0], ends[1]);
    return new Demographics(
        shipped.id(),
        shipped.title() + ", " + weights.get(),
        new Spread(mean, weight.deviation(), ends[0], ends[1]),
        shipped.age(),
        shipped.women(),
        shipped.evidence());
  }

  private static String csv(PercentileBands bands, Optional<Leaving> leaving) {
    var text = new StringBuilder("time_min,site");
    for (double percent : PERCENTS) {
      text.append(",p").append(Math.round(percent)).append("_ng_per_mL");
    }
    text.append(leaving.isPresent() ? ",share_below,share_above" : "");
    for (var site : Site.values()) {
      var columns = Arrays.stream(PERCENTS).mapToObj(percent -> bands.at(site, percent)).toList();
      for (int i = 0; i < bands.minutes().size(); i++) {
        text.append('\n').append(Digits.fifteen(bands.minutes().get(i))).append(',');
        text.append(site == Site.PLASMA ? "plasma" : "effect");
        for (var column : columns) {
          text.append(',').append(Digits.fifteen(column[i]));
        }
        if (leaving.isPresent()) {
          text.append(',').append(share(leaving.get().below().get(i), site));
          text.append(',').append(share(leaving.get().above().get(i), site));
        }
      }
    }
    return text.toString();
  }

  private static String share(double share, Site site) {
    return site == Site.PLASMA ? Digits.fifteen(share) : "";
  }

  private String json(PercentileBands bands, Optional<Leaving> leaving) {
    var all = new LinkedHashMap<String, Object>();
    all.put("model", model);
    all.put("moiety", doses.moiety().genericName());
    all.put("persons", persons);
    all.put("seed", seed);
    all.put("time_min", bands.minutes());
    for (var site : Site.values()) {
      var percentiles = new LinkedHashMap<String, Object>();
      for (double percent : PERCENTS) {
        percentiles.put("p" + Math.round(percent), bands.at(site, percent));
      }
      all.put(site == Site.PLASMA ? "plasma_ng_per_mL" : "effect_ng_per_mL", percentiles);
    }
    leaving.ifPresent(left -> {
      all.put("share_below", left.below());
      all.put("share_above", left.above());
      all.put("share_ever_outside", left.ever());
    });
    return JsonText.of(all);
  }

  private static double[] ends(String text, String example) {
    var parts = text.strip().split("\\.\\.", -1);
    if (parts.length != 2
        || !parts[0].matches("\\d+(\\.\\d+)?")
        || !parts[1].matches("\\d+(\\.\\d+)?")) {
      throw new IllegalArgumentException("'" + text + "': say it as " + example);
    }
    return new double[] {Double.parseDouble(parts[0]), Double.parseDouble(parts[1])};
  }

  static final class Band implements ITypeConverter<Limits> {
    @Override
    public Limits convert(String text) {
      try {
        var ends = ends(text, "50..200");
        return new Limits(Site.PLASMA, ends[0], ends[1]);
      } catch (IllegalArgumentException wrong) {
        throw new TypeConversionException(String.valueOf(wrong.getMessage()));
      }
    }
  }
}
