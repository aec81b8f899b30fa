/// One administration: prepare, second check, give and hold, observe, recover, discharge.
@NullMarked
package org.nepenthe.care.infusion;

import org.jspecify.annotations.NullMarked;
