/// The `nepenthe` commands: what a person types, what is printed, and the exit status.
@NullMarked
package org.nepenthe.clinic.cli;

import org.jspecify.annotations.NullMarked;
