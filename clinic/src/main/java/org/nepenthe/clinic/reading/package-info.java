/// Reading the knowledge by subject: regimens, interactions, opioids, instruments, and what
/// patients ask.
@NullMarked
package org.nepenthe.clinic.reading;

import org.jspecify.annotations.NullMarked;
