package org.nepenthe.evidence;

import java.util.Optional;

/// A publication, label or policy that a value is taken from.
///
/// @param key how other files refer to it, for example `cohen-2018`
/// @param text authors, title, journal, year, as a reader would look it up
/// @param doi the digital object identifier, where there is one
public record Citation(String key, String text, Optional<String> doi) {}
