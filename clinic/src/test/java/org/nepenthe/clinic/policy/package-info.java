/// What this site does more carefully than what is shipped: written, checked, tried on the patients
/// of today and submitted as a draft for two people to approve.
@NullMarked
package org.nepenthe.clinic.policy;

import org.jspecify.annotations.NullMarked;
