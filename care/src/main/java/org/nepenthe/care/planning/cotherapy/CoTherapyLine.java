package org.nepenthe.care.planning.cotherapy;

/// One therapy that was there, and what was agreed for it.
///
/// @param instruction what the patient was told, or how it is tapered; empty where nothing has to
///     be
public record CoTherapyLine(String what, Stance stance, String instruction) {}
