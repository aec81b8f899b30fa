/// Tests of these pages in a running clinic.
@NullMarked
package org.nepenthe.clinic.board;

import org.jspecify.annotations.NullMarked;
