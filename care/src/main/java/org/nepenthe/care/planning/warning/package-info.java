/// Warnings of planning that a prescriber goes past, each with a reason of its own.
@NullMarked
package org.nepenthe.care.planning.warning;

import org.jspecify.annotations.NullMarked;
