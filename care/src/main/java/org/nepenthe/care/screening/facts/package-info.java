/// Everything screening looks at, put in order once: the chart, the answers, the referral.
@NullMarked
package org.nepenthe.care.screening.facts;

import org.jspecify.annotations.NullMarked;
