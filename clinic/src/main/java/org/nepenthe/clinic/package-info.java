/// The running system.
@NullMarked
package org.nepenthe.clinic;

import org.jspecify.annotations.NullMarked;
