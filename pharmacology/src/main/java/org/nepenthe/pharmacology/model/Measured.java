package org.nepenthe.pharmacology.model;

/// Where a model's concentrations of one analyte are found.
///
/// @param state whose amount over its volume is the concentration
/// @param massRatio by which mg of the drug given become mg of the analyte: the ratio of their
///     molar masses, or 1 where the source carries mass over unchanged
public record Measured(Analyte analyte, String state, double massRatio) {}
