/// What is looked at in a patient during an infusion, what was seen or why nothing was, and what is
/// due.
@NullMarked
package org.nepenthe.care.infusion.observation;

import org.jspecify.annotations.NullMarked;
