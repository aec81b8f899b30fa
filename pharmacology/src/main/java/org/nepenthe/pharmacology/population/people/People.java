package org.nepenthe.pharmacology.population.people;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nepenthe.pharmacology.model.Ke0;
import org.nepenthe.pharmacology.population.kernel.Bodies;
import org.nepenthe.pharmacology.population.kernel.Kernel;
import org.nepenthe.pharmacology.solver.Mammillary;
import org.nepenthe.pharmacology.solver.Mammillary.Exchange;

/// Draws the bodies of a population, some lanes at a time, into memory that is made once.
public final class People {
  private final VirtualPopulation population;
  private final boolean perKilogram;
  private final Kernel kernel;
  private final Bodies bodies;
  private final double[] uniform;
  private final double[] weight;
  private final double[] logWeight;
  private final double[][] deviates;
  private final int[] used;
  private final int compartments;
  private final Spread.Ends ends;

  /// @param perKilogram whether what is given is for each kilogram of a person's weight
  /// @param lanes how many bodies are drawn at a time
  public People(VirtualPopulation population, boolean perKilogram, Kernel kernel, int lanes) {
    this.population = population;
    this.kernel = kernel;
    this.perKilogram = perKilogram;
    bodies = new Bodies(lanes);
    uniform = new double[lanes];
    weight = new double[lanes];
    logWeight = new double[lanes];
    deviates = new double[population.deviates().count()][lanes];
    var recipes = population.recipes().orElse(List.of());
    used =
        IntStream.range(0, deviates.length)
            .filter(d -> recipes.stream().anyMatch(recipe -> recipe.uses(d)))
            .toArray();
    compartments = population.model().structure().compartments();
    ends = population.demographics().weight().ends();
  }

  /// The bodies of the persons from `first` on, split into modes and without drug.
  public Bodies draw(long first) {
    if (population.recipes().isPresent()) {
      drawTogether(population.recipes().get(), first);
    } else {
      drawOneByOne(first);
    }
    Recipe.close(bodies, compartments, bodies.lanes());
    kernel.modes(bodies, bodies.lanes());
    return bodies;
  }

  private void drawTogether(List<Recipe> recipes, long first) {
    int lanes = bodies.lanes();
    uniforms(first, population.weightPurpose());
    var spread = population.demographics().weight();
    for (int i = 0; i < lanes; i++) {
      uniform[i] = ends.lowest() + uniform[i] * (ends.highest() - ends.lowest());
    }
    kernel.normal(uniform, weight, lanes);
    for (int i = 0; i < lanes; i++) {
      weight[i] = spread.mean() + spread.deviation() * weight[i];
      logWeight[i] = weight[i];
    }
    kernel.logarithm(logWeight, lanes);
    for (int d : used) {
      uniforms(first, population.purpose(d));
      kernel.normal(uniform, deviates[d], lanes);
    }
    double[][] wanted = {
      bodies.v1(), bodies.k10(), bodies.k12(), bodies.k21(), bodies.k13(), bodies.k31()
    };
    for (int q = 0; q < recipes.size(); q++) {
      recipes.get(q).fill(wanted[q], logWeight, deviates, kernel, lanes);
    }
    if (perKilogram) {
      System.arraycopy(weight, 0, bodies.scale(), 0, lanes);
    }
    effectSites();
  }

  private void uniforms(long first, int purpose) {
    var draws = population.draws();
    for (int i = 0; i < uniform.length; i++) {
      uniform[i] = draws.uniform(first + i, purpose);
    }
  }

  private void effectSites() {
    switch (population.effectSite().ke0()) {
      case Ke0.Constant constant -> Arrays.fill(bodies.ke0(), constant.perMinute());
      case Ke0.LogarithmOfWeight line -> {
        Arrays.fill(bodies.ke0(), line.intercept());
        kernel.addScaled(bodies.ke0(), line.slope(), logWeight, bodies.lanes());
      }
    }
  }

  private void drawOneByOne(long first) {
    for (int i = 0; i < bodies.lanes(); i++) {
      var person = population.person(first + i);
      var body = population.body(person);
      bodies.v1()[i] = body.v1();
      bodies.k10()[i] = body.k10();
      bodies.ke0()[i] = body.ke0();
      if (compartments > 1) {
        bodies.k12()[i] = body.peripherals().getFirst().out();
        bodies.k21()[i] = body.peripherals().getFirst().back();
      }
      if (compartments > 2) {
        bodies.k13()[i] = body.peripherals().getLast().out();
        bodies.k31()[i] = body.peripherals().getLast().back();
      }
      bodies.scale()[i] = perKilogram ? person.weight().asDouble() : 1;
    }
  }

  /// What a lane's doses, and with them its concentrations, are multiplied by.
  public double scale(int lane) {
    return bodies.scale()[lane];
  }

  /// The body in a lane, for the routes that take one body at a time.
  public Mammillary body(int lane) {
    var second = new double[] {bodies.k12()[lane], bodies.k21()[lane]};
    var third = new double[] {bodies.k13()[lane], bodies.k31()[lane]};
    var exchanges =
        List.of(second, third).subList(0, compartments - 1).stream()
            .map(exchange -> new Exchange(exchange[0], exchange[1]))
            .toList();
    return new Mammillary(bodies.v1()[lane], bodies.k10()[lane], exchanges, bodies.ke0()[lane]);
  }
}
