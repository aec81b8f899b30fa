/// The works that the speed of the product is stated in, as JMH benchmarks.
@NullMarked
package org.nepenthe.bench;

import org.jspecify.annotations.NullMarked;
