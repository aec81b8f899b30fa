/// One infusion as it is ordered: the weight it is computed from, its numbers from mg/kg to mL/h,
/// the vials it takes, and whether its numbers agree.
@NullMarked
package org.nepenthe.care.planning.order;

import org.jspecify.annotations.NullMarked;
