/// The whole record as people read it: every event with both clocks, who, and the proof of the
/// chains.
@NullMarked
package org.nepenthe.clinic.audit;

import org.jspecify.annotations.NullMarked;
