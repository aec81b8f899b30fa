/// Consent to off-label treatment: versioned text, signed by the patient before a witness.
@NullMarked
package org.nepenthe.care.consent;

import org.jspecify.annotations.NullMarked;
