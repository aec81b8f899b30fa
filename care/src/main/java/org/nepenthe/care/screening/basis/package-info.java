/// What a screening decision was made on: each fact with its age, where it is from, and the rules
/// that look at it.
@NullMarked
package org.nepenthe.care.screening.basis;

import org.jspecify.annotations.NullMarked;
