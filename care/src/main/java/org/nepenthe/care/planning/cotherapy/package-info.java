/// What goes on beside ketamine, what each medicine does with it, and what to hold on the day.
@NullMarked
package org.nepenthe.care.planning.cotherapy;

import org.jspecify.annotations.NullMarked;
