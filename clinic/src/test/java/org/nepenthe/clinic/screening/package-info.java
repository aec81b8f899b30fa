/// Screening as people at a browser meet it.
@NullMarked
package org.nepenthe.clinic.screening;

import org.jspecify.annotations.NullMarked;
