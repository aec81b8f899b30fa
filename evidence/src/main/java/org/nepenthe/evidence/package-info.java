/// Where a number comes from, how good that source is, and how far it was read.
@NullMarked
package org.nepenthe.evidence;

import org.jspecify.annotations.NullMarked;
