/// Patient facts read from FHIR R4, once, into domain types; unknown codes stay visible.
@NullMarked
package org.nepenthe.fhir;

import org.jspecify.annotations.NullMarked;
