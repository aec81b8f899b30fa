/// What is given, when: boluses, constant rates and absorbed doses of one moiety, in minutes from a
/// start.
@NullMarked
package org.nepenthe.pharmacology.regimen;

import org.jspecify.annotations.NullMarked;
