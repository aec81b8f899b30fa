/// Consent as people at a browser meet it.
@NullMarked
package org.nepenthe.clinic.consent;

import org.jspecify.annotations.NullMarked;
