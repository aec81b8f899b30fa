/// How far predicted concentrations lie from measured ones, in the terms of Varvel and colleagues.
@NullMarked
package org.nepenthe.pharmacology.accuracy;

import org.jspecify.annotations.NullMarked;
