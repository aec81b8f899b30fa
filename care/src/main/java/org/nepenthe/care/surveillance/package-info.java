/// What repeated ketamine asks to be checked, and when each check is due.
@NullMarked
package org.nepenthe.care.surveillance;

import org.jspecify.annotations.NullMarked;
