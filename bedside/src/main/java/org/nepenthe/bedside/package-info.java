/// A simulated chair: virtual patient, pump and monitor. Its physiology is invented.
@NullMarked
package org.nepenthe.bedside;

import org.jspecify.annotations.NullMarked;
