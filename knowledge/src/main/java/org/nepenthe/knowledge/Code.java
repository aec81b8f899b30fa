package org.nepenthe.knowledge;

/// One code of a code system.
///
/// @param system the code system's canonical URI
public record Code(String system, String code, String display) {}
