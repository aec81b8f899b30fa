/// Tests of what becomes of warnings.
@NullMarked
package org.nepenthe.clinic.overriding;

import org.jspecify.annotations.NullMarked;
