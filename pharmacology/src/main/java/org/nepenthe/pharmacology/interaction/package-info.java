/// What other substances, genes and illnesses do to ketamine, by route: advice for a clinician,
/// never an adjustment made in silence.
@NullMarked
package org.nepenthe.pharmacology.interaction;

import org.jspecify.annotations.NullMarked;
