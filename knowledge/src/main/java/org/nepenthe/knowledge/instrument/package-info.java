/// Questionnaires, scales and diagnostic criteria: how they are scored, what their scores mean, and
/// who may use their text.
@NullMarked
package org.nepenthe.knowledge.instrument;

import org.jspecify.annotations.NullMarked;
