/// The shapes every stage of care uses: readings, verdicts, limits, decisions, signatures.
@NullMarked
package org.nepenthe.care.decision;

import org.jspecify.annotations.NullMarked;
