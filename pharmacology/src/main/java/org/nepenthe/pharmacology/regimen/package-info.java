/// What is given, when: boluses and constant rates of one moiety, in minutes from a start.
@NullMarked
package org.nepenthe.pharmacology.regimen;

import org.jspecify.annotations.NullMarked;
