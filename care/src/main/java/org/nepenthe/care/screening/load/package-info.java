/// What weighs on breathing and wakefulness besides ketamine: opioids in morphine equivalents,
/// other sedating medicines, and interactions by the route of ketamine.
@NullMarked
package org.nepenthe.care.screening.load;

import org.jspecify.annotations.NullMarked;
