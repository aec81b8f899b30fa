/// What is examined, scored or looked up on a day, and what it says: criteria of a diagnosis,
/// screens, the prescription monitoring programme, a urine test.
@NullMarked
package org.nepenthe.care.screening.examination;

import org.jspecify.annotations.NullMarked;
