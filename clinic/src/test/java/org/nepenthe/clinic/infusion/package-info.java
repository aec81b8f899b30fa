/// Infusions in a running clinic.
@NullMarked
package org.nepenthe.clinic.infusion;

import org.jspecify.annotations.NullMarked;
