/// What concentrations do, endpoint by endpoint: where half of an effect lies, how far it lags, how
/// much of the receptor is taken, how long relief lasts. Each with its spread and its source.
@NullMarked
package org.nepenthe.pharmacology.effect;

import org.jspecify.annotations.NullMarked;
