/// A model's compartments and the flows between them, and the linear system they are for one
/// person.
@NullMarked
package org.nepenthe.pharmacology.network;

import org.jspecify.annotations.NullMarked;
