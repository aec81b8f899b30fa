/// What is asked of people and what they answered, each answer by name and for as long as it
/// counts.
@NullMarked
package org.nepenthe.care.screening.interview;

import org.jspecify.annotations.NullMarked;
