/// Earlier therapies, kind by kind: what referral and chart name, and what a clinician says.
@NullMarked
package org.nepenthe.clinic.screening.trial;

import org.jspecify.annotations.NullMarked;
