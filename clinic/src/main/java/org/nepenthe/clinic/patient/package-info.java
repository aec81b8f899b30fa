/// The patients: their charts as they are stored, the list, the import of bundles and the banner.
@NullMarked
package org.nepenthe.clinic.patient;

import org.jspecify.annotations.NullMarked;
