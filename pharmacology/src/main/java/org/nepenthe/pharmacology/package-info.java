/// What a dose does in a body: published models as cited data, and exact solutions of them.
@NullMarked
package org.nepenthe.pharmacology;

import org.jspecify.annotations.NullMarked;
