/// Tests of these pages in a running clinic.
@NullMarked
package org.nepenthe.clinic.audit;

import org.jspecify.annotations.NullMarked;
