/// The pages on which criteria, screens and look-ups are written down.
@NullMarked
package org.nepenthe.clinic.screening.examination;

import org.jspecify.annotations.NullMarked;
