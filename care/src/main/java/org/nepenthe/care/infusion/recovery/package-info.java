/// Recovery after an infusion and the gate to going home.
@NullMarked
package org.nepenthe.care.infusion.recovery;

import org.jspecify.annotations.NullMarked;
