/// What an infusion's observations call for: limits, alerts in three priorities, advice.
@NullMarked
package org.nepenthe.care.alert;

import org.jspecify.annotations.NullMarked;
