/// Units that cannot be mixed up: each quantity is a type, its unit is in its name.
@NullMarked
package org.nepenthe.quantity;

import org.jspecify.annotations.NullMarked;
