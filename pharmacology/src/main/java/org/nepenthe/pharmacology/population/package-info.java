/// What a regimen does in all people of a virtual population: bands of percentiles, peaks, and who
/// leaves a band.
@NullMarked
package org.nepenthe.pharmacology.population;

import org.jspecify.annotations.NullMarked;
