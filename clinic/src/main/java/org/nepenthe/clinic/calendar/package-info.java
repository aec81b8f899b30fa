/// The calendar of the clinic: which chair is taken when, over all courses.
@NullMarked
package org.nepenthe.clinic.calendar;

import org.jspecify.annotations.NullMarked;
