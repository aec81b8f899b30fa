/// The interview and eligibility: eligible, not eligible, or cannot decide yet.
@NullMarked
package org.nepenthe.care.screening;

import org.jspecify.annotations.NullMarked;
