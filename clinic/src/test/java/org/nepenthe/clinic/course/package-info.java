/// Tests of these pages in a running clinic.
@NullMarked
package org.nepenthe.clinic.course;

import org.jspecify.annotations.NullMarked;
