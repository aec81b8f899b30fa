/// Tests of these pages in a running clinic.
@NullMarked
package org.nepenthe.clinic.infusion.recovery;

import org.jspecify.annotations.NullMarked;
