package org.nepenthe.pharmacology.model;

import java.math.BigDecimal;
import org.nepenthe.evidence.ReadDepth;

/// How far a model is off measured human concentrations; error is (observed - predicted) /
/// predicted, in percent.
///
/// @param dataSet whose concentrations
/// @param median the median error (MDPE): the bias
/// @param medianAbsolute the median absolute error (MDAPE)
public record PredictionError(
    String dataSet, BigDecimal median, BigDecimal medianAbsolute, ReadDepth read) {}
