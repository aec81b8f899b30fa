/// Tests of the knowledge of medicines.
@NullMarked
package org.nepenthe.knowledge.medicine;

import org.jspecify.annotations.NullMarked;
