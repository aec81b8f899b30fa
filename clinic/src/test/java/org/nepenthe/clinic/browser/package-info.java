/// Tests of the whole clinic in a real browser.
@NullMarked
package org.nepenthe.clinic.browser;

import org.jspecify.annotations.NullMarked;
