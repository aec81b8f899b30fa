/// A simulated chair for demonstration and tests: a virtual patient and a monitor with its faults.
/// The physiology is invented: it comes from no publication, and must not be shown without saying
/// so.
@NullMarked
package org.nepenthe.bedside;

import org.jspecify.annotations.NullMarked;
