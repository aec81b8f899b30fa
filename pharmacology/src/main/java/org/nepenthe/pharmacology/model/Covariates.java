package org.nepenthe.pharmacology.model;

import org.nepenthe.quantity.BodyWeight;

/// What a model may know of a person.
public record Covariates(BodyWeight weight) {}
