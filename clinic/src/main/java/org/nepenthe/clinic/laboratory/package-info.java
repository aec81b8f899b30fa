/// The PK laboratory: what published models say of a dose in a person, changed and seen at once.
/// For what-if and teaching; nothing here is an order.
@NullMarked
package org.nepenthe.clinic.laboratory;

import org.jspecify.annotations.NullMarked;
