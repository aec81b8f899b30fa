/// The pages of the referral: taken down as it came, shown with the grade of its indication, and
/// amended with a reason.
@NullMarked
package org.nepenthe.clinic.referral;

import org.jspecify.annotations.NullMarked;
