/// Published ways of giving ketamine, to be read: doses, lengths, caps, outcome, and what each
/// lacks to be a protocol.
@NullMarked
package org.nepenthe.knowledge.regimen;

import org.jspecify.annotations.NullMarked;
