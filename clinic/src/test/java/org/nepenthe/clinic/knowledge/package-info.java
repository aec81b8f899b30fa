/// The knowledge as people at a browser meet it.
@NullMarked
package org.nepenthe.clinic.knowledge;

import org.jspecify.annotations.NullMarked;
