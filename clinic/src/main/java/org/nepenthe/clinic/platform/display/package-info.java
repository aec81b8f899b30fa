/// How numbers, units, dates and times are written on every page: one form each, in one place.
@NullMarked
@NamedInterface("display")
package org.nepenthe.clinic.platform.display;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
