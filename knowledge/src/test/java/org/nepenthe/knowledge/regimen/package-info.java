/// Tests of the published regimens.
@NullMarked
package org.nepenthe.knowledge.regimen;

import org.jspecify.annotations.NullMarked;
