/// The referral as people at a browser meet it.
@NullMarked
package org.nepenthe.clinic.referral;

import org.jspecify.annotations.NullMarked;
