/// Tests of the knowledge of instruments.
@NullMarked
package org.nepenthe.knowledge.instrument;

import org.jspecify.annotations.NullMarked;
