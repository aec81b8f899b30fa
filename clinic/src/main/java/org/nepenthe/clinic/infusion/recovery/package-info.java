/// The pages between the stop of the pump and the door.
@NullMarked
package org.nepenthe.clinic.infusion.recovery;

import org.jspecify.annotations.NullMarked;
