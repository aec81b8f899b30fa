/// The page on opioids, sedating medicines and interactions, and where a dose is stated.
@NullMarked
package org.nepenthe.clinic.screening.load;

import org.jspecify.annotations.NullMarked;
