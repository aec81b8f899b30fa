/// What a patient took since the day before that sedates, as asked on the day before the start.
@NullMarked
package org.nepenthe.care.infusion.taken;

import org.jspecify.annotations.NullMarked;
