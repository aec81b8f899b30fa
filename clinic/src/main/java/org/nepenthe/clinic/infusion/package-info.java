/// Infusions in the running clinic: preparing, recording at the chair, the live picture, restarts.
@NullMarked
package org.nepenthe.clinic.infusion;

import org.jspecify.annotations.NullMarked;
