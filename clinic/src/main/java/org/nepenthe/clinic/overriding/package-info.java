/// What becomes of warnings: how often each is shown, gone past and why, and how long that took.
@NullMarked
package org.nepenthe.clinic.overriding;

import org.jspecify.annotations.NullMarked;
