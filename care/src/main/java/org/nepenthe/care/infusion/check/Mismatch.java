package org.nepenthe.care.infusion.check;

/// One thing two readings do not agree about; both are kept.
///
/// @param field the name of the form field it was typed into
public record Mismatch(String field, String label, String expected, String found) {}
