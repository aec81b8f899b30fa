/// What the knowledge says of medicines: interactions with ketamine by its route, and opioids as
/// equivalents of morphine.
@NullMarked
package org.nepenthe.knowledge.medicine;

import org.jspecify.annotations.NullMarked;
