/// A patient's facts, each with when it was so, when it was recorded, and from where.
@NullMarked
package org.nepenthe.care.chart;

import org.jspecify.annotations.NullMarked;
