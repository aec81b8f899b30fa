/// Reading the knowledge base: every rule and number with its source.
@NullMarked
package org.nepenthe.clinic.knowledge;

import org.jspecify.annotations.NullMarked;
