/// The record: what happened, when, who wrote it down, and the proof that it is still as written.
@NullMarked
package org.nepenthe.clinic.record;

import org.jspecify.annotations.NullMarked;
