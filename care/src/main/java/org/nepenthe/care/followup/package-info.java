/// Benefit and harm side by side, and the decision to repeat, space out, reduce, stop or refer.
@NullMarked
package org.nepenthe.care.followup;

import org.jspecify.annotations.NullMarked;
