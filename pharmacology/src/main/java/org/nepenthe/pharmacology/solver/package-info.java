/// Exact solutions of linear compartment systems under piecewise-constant input, by two routes that
/// share no formula.
@NullMarked
package org.nepenthe.pharmacology.solver;

import org.jspecify.annotations.NullMarked;
