package org.nepenthe.care.infusion;

/// Why something was not recorded, and how to mend it.
///
/// @param field the form field it belongs beside; empty where it is about the whole
public record Refusal(String field, String message) {}
