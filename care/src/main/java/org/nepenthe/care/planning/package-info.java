/// From protocol to dose plan: mg, mL, mL/h, caps, forecast, agreed benefit, approval.
@NullMarked
package org.nepenthe.care.planning;

import org.jspecify.annotations.NullMarked;
