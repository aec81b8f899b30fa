/// Instruments and scores over time: pain, function, relief.
@NullMarked
package org.nepenthe.care.outcome;

import org.jspecify.annotations.NullMarked;
