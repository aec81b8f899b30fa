/// Tests of the pages of planning.
@NullMarked
package org.nepenthe.clinic.planning;

import org.jspecify.annotations.NullMarked;
