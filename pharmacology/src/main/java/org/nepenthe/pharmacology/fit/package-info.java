/// One person's own curve from a few timed levels: the most probable deviation from the typical
/// person, how sure that is, and what cannot be known from such levels.
@NullMarked
package org.nepenthe.pharmacology.fit;

import org.jspecify.annotations.NullMarked;
