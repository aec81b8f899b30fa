/// The pages of screening: the interview, the verdict with every reason, the decisions made so far,
/// and the override a physician may sign.
@NullMarked
package org.nepenthe.clinic.screening;

import org.jspecify.annotations.NullMarked;
