/// Today: who is where, and what is due.
@NullMarked
package org.nepenthe.clinic.board;

import org.jspecify.annotations.NullMarked;
