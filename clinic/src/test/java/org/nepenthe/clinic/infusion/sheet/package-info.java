/// Tests of these pages in a running clinic.
@NullMarked
package org.nepenthe.clinic.infusion.sheet;

import org.jspecify.annotations.NullMarked;
