/// Doses, times and weights as people say and write them, with the unit, or refused in words.
@NullMarked
package org.nepenthe.pharmacology.spoken;

import org.jspecify.annotations.NullMarked;
