/// Looking back on a course: scores, benefit beside harm, the checks due next, the decision.
@NullMarked
package org.nepenthe.clinic.followup;

import org.jspecify.annotations.NullMarked;
