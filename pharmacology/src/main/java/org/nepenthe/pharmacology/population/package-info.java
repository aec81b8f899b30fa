/// Virtual patients drawn from a model's published variability, and what a regimen does in all of
/// them.
@NullMarked
package org.nepenthe.pharmacology.population;

import org.jspecify.annotations.NullMarked;
