/// What models ask about a person beside body weight, and the ranges they may be used in.
@NullMarked
package org.nepenthe.pharmacology.person;

import org.jspecify.annotations.NullMarked;
