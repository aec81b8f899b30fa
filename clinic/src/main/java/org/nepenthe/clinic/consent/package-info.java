/// The consent page: the text with what it rests on, signed before a witness, and withdrawn.
@NullMarked
package org.nepenthe.clinic.consent;

import org.jspecify.annotations.NullMarked;
