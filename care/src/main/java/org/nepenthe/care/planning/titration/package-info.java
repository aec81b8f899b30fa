/// From how the last infusion was tolerated and what it did, a proposal for the next one's dose:
/// same, up, down or stop.
@NullMarked
package org.nepenthe.care.planning.titration;

import org.jspecify.annotations.NullMarked;
