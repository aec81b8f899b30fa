/// What a protocol and the clinic allow: protocols, every cap on a dose, and what was given before
/// that counts against a total.
@NullMarked
package org.nepenthe.care.planning.protocol;

import org.jspecify.annotations.NullMarked;
