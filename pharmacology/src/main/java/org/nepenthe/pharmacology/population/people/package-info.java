/// Who the people of a virtual population are: weight, age and sex from a published description,
/// and what a model says of how people differ.
@NullMarked
package org.nepenthe.pharmacology.population.people;

import org.jspecify.annotations.NullMarked;
