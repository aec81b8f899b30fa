/// The plan and its approval: the forms, the forecast picture, and the gate in front of both.
@NullMarked
package org.nepenthe.clinic.planning;

import org.jspecify.annotations.NullMarked;
