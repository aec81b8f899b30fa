/// What a decision was made on, as the page shows it.
@NullMarked
package org.nepenthe.clinic.screening.basis;

import org.jspecify.annotations.NullMarked;
