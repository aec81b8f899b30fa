package org.nepenthe.pharmacology.population.people;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.nepenthe.pharmacology.model.Covariates;
import org.nepenthe.pharmacology.model.EffectSite;
import org.nepenthe.pharmacology.model.Eta;
import org.nepenthe.pharmacology.model.PkModel;
import org.nepenthe.pharmacology.person.Age;
import org.nepenthe.pharmacology.population.kernel.NormalQuantile;
import org.nepenthe.pharmacology.population.people.Demographics.Sex;
import org.nepenthe.pharmacology.solver.Mammillary;
import org.nepenthe.quantity.BodyWeight;

/// People nobody has met: as many as are asked for, numbered from 0, the same for the same seed
/// whoever asks and in whatever order. Weight, age and sex are drawn from a published description,
/// the rest from what the model says of how people differ.
///
/// ```
/// var model = ModelCatalogue.shipped().get("simons-2022");
/// var people = DemographicsCatalogue.shipped().get("simons-2022");
/// var population = VirtualPopulation.of(model, model.effectSite(), people, 42);
/// ```
public final class VirtualPopulation {
  // Purposes of the numbers drawn for a person.
  private static final int WEIGHT = 0;
  private static final int AGE = 1;
  private static final int SEX = 2;
  private static final int PERSON = 16;
  private static final int OCCASION = 256;
  private static final int MOST_EFFECTS = 64;
  private static final int MOST_OCCASIONS = 10_000;

  /// One of them.
  ///
  /// @param eta how far off the typical person, on the occasion of the population
  public record Person(long number, BodyWeight weight, Age age, Sex sex, Eta eta) {}

  private final PkModel model;
  private final EffectSite effectSite;
  private final Demographics demographics;
  private final Draws draws;
  private final int occasion;
  private final Spread.Ends weights;
  private final Spread.Ends ages;
  private final Deviates deviates;
  private final Optional<List<Recipe>> recipes;

  private VirtualPopulation(
      PkModel model, EffectSite effectSite, Demographics demographics, Draws draws, int occasion) {
    this.model = model;
    this.effectSite = effectSite;
    this.demographics = demographics;
    this.draws = draws;
    this.occasion = occasion;
    weights = demographics.weight().ends();
    ages = demographics.age().ends();
    deviates = new Deviates(model);
    recipes = Recipe.of(model, deviates);
  }

  /// @throws IllegalArgumentException if nothing is known of how people differ from the model's
  ///     typical one, or some of the people lie outside the model's domain
  public static VirtualPopulation of(
      PkModel model, EffectSite effectSite, Demographics demographics, long seed) {
    if (!model.variability().isKnown()) {
      throw new IllegalArgumentException(
          model.id() + " says nothing of how people differ, so no people can be drawn from it");
    }
    var weight = demographics.weight();
    var domain = model.weightRange();
    if (weight.from() < domain.from().doubleValue() || weight.to() > domain.to().doubleValue()) {
      throw new IllegalArgumentException(
          "population %s weighs %s to %s kg, which lies outside %s, for which %s may be used"
              .formatted(
                  demographics.id(), weight.from(), weight.to(), domain.plainWords(), model.id()));
    }
    if (model.variability().randomEffects().size() > MOST_EFFECTS) {
      throw new IllegalArgumentException(model.id() + " has more than 64 random effects");
    }
    return new VirtualPopulation(model, effectSite, demographics, new Draws(seed), 0);
  }

  /// The same people on another day: what varies between occasions is drawn again.
  ///
  /// @param number of the occasion, from 0 to 9999
  public VirtualPopulation onOccasion(int number) {
    if (number < 0 || number >= MOST_OCCASIONS) {
      throw new IllegalArgumentException("occasion must lie between 0 and 9999, was " + number);
    }
    return new VirtualPopulation(model, effectSite, demographics, draws, number);
  }

  public PkModel model() {
    return model;
  }

  public Demographics demographics() {
    return demographics;
  }

  public long seed() {
    return draws.seed();
  }

  /// A person by number, from 0.
  public Person person(long number) {
    double weight = demographics.weight().at(weights, draws.uniform(number, WEIGHT));
    var age = new Age(BigDecimal.valueOf(demographics.age().at(ages, draws.uniform(number, AGE))));
    var sex = draws.uniform(number, SEX) < demographics.women() ? Sex.FEMALE : Sex.MALE;
    return new Person(number, BodyWeight.ofKilograms(weight), age, sex, eta(number));
  }

  private Eta eta(long number) {
    var drawn = new double[deviates.count()];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = NormalQuantile.of(draws.uniform(number, purpose(i)));
    }
    return deviates.eta(drawn);
  }

  /// What a model may know of a person.
  public Covariates covariates(Person person) {
    return new Covariates(person.weight()).aged(person.age());
  }

  /// The body of one person.
  public Mammillary body(Person person) {
    return model.body(covariates(person), effectSite, person.eta());
  }

  public EffectSite effectSite() {
    return effectSite;
  }

  /// Where its chance comes from.
  public Draws draws() {
    return draws;
  }

  Deviates deviates() {
    return deviates;
  }

  Optional<List<Recipe>> recipes() {
    return recipes;
  }

  int weightPurpose() {
    return WEIGHT;
  }

  /// The purpose of a deviate: of the person, or of the person on this occasion.
  int purpose(int deviate) {
    return deviate < deviates.ofPerson()
        ? PERSON + deviate
        : OCCASION + occasion * MOST_EFFECTS + deviate;
  }
}
