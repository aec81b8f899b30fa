/// The request for treatment: pain history, failed therapies, therapies that go on.
@NullMarked
package org.nepenthe.care.referral;

import org.jspecify.annotations.NullMarked;
