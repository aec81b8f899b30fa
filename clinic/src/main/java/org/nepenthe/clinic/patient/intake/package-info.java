/// Taking patients in: a FHIR bundle from the page, the command line or the demonstration, and the
/// report of what was not taken.
@NullMarked
package org.nepenthe.clinic.patient.intake;

import org.jspecify.annotations.NullMarked;
