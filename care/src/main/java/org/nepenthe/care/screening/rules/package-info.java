/// The kinds of screening rule, each of which reads its limits from the knowledge and says what it
/// found.
@NullMarked
package org.nepenthe.care.screening.rules;

import org.jspecify.annotations.NullMarked;
