package org.nepenthe.bedside;

/// What the virtual patient says or shows when a nurse asks; no monitor measures it.
///
/// @param dissociation 0 to 10
/// @param nausea 0 to 10
/// @param pain 0 to 10
/// @param sedation on the Richmond Agitation-Sedation Scale, here 0 to -3
public record PatientAnswers(int dissociation, int nausea, int pain, int sedation) {}
