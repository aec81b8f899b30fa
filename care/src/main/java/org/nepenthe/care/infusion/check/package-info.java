/// What two people see of a prepared syringe or bag, each without the other's entry.
@NullMarked
package org.nepenthe.care.infusion.check;

import org.jspecify.annotations.NullMarked;
