/// Doses that are not given into a vein, where a model says nothing of them: what was published of
/// how much and how fast, and the band that it leaves.
@NullMarked
package org.nepenthe.pharmacology.absorption;

import org.jspecify.annotations.NullMarked;
