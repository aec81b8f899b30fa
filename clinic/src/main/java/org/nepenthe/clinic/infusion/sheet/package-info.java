/// The record of one infusion as a page to print.
@NullMarked
package org.nepenthe.clinic.infusion.sheet;

import org.jspecify.annotations.NullMarked;
