/// What a pump would have to do to hold a concentration, worked out on paper for what-if and
/// teaching: nothing here drives a pump.
@NullMarked
package org.nepenthe.pharmacology.target;

import org.jspecify.annotations.NullMarked;
