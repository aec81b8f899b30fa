/// Tests of all stages together.
@NullMarked
package org.nepenthe.care;

import org.jspecify.annotations.NullMarked;
