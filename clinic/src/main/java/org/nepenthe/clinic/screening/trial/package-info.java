/// Earlier therapies, kind by kind: what the referral and the chart name, and what a clinician says.
@NullMarked
package org.nepenthe.clinic.screening.trial;

import org.jspecify.annotations.NullMarked;
