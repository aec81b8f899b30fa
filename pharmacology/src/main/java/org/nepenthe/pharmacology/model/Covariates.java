package org.nepenthe.pharmacology.model;

import java.util.Optional;
import org.nepenthe.pharmacology.person.Age;
import org.nepenthe.pharmacology.person.Ethnicity;
import org.nepenthe.quantity.BodyWeight;

/// What a model may know of a person. No model that ships here uses sex or height.
public record Covariates(BodyWeight weight, Optional<Age> age, Optional<Ethnicity> ethnicity) {

  /// A person of whom only the weight is known, which is enough for most models.
  public Covariates(BodyWeight weight) {
    this(weight, Optional.empty(), Optional.empty());
  }

  public Covariates aged(Age known) {
    return new Covariates(weight, Optional.of(known), ethnicity);
  }

  public Covariates of(Ethnicity known) {
    return new Covariates(weight, age, Optional.of(known));
  }
}
