/// What screening hands out on paper: the list of what would settle it, and the verdict in plain
/// words for the patient.
@NullMarked
package org.nepenthe.clinic.screening.paper;

import org.jspecify.annotations.NullMarked;
