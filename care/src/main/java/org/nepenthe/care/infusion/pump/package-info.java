/// What a pump was read to do, and what it has delivered by that.
@NullMarked
package org.nepenthe.care.infusion.pump;

import org.jspecify.annotations.NullMarked;
