/// What medicine knows, as dated and cited data that clinicians can review without reading Java.
@NullMarked
package org.nepenthe.knowledge;

import org.jspecify.annotations.NullMarked;
