/// How bundles are read.
@NullMarked
package org.nepenthe.fhir;

import org.jspecify.annotations.NullMarked;
