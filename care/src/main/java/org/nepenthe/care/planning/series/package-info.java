/// A course as a series of infusions with their days and chairs, what stands against a day, and
/// what is confirmed before it.
@NullMarked
package org.nepenthe.care.planning.series;

import org.jspecify.annotations.NullMarked;
