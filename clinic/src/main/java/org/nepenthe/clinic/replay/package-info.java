/// Stored decisions decided again: the proof that a version of the knowledge, once pinned, still
/// says what it said.
@NullMarked
package org.nepenthe.clinic.replay;

import org.jspecify.annotations.NullMarked;
