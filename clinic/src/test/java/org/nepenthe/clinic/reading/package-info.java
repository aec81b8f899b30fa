/// Tests of the pages that lay the knowledge out by subject.
@NullMarked
package org.nepenthe.clinic.reading;

import org.jspecify.annotations.NullMarked;
