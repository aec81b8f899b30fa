/// Tests of these pages in a running clinic.
@NullMarked
package org.nepenthe.clinic.followup;

import org.jspecify.annotations.NullMarked;
