/// Published pharmacokinetic models as cited data files, and their strict reader.
@NullMarked
package org.nepenthe.pharmacology.model;

import org.jspecify.annotations.NullMarked;
