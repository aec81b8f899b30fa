/// Many mammillary bodies solved side by side, in plain Java or with the Vector API.
@NullMarked
package org.nepenthe.pharmacology.population.kernel;

import org.jspecify.annotations.NullMarked;
