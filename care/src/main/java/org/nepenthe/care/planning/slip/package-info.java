/// Names the slips by which doses went wrong before: tenfold, the wrong field, another strength,
/// pounds, a whole vial.
@NullMarked
package org.nepenthe.care.planning.slip;

import org.jspecify.annotations.NullMarked;
