/// What was tried for the pain before: the therapies a referral names, procedures of the chart, and
/// what a clinician says of each.
@NullMarked
package org.nepenthe.care.screening.trial;

import org.jspecify.annotations.NullMarked;
