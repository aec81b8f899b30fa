package org.nepenthe.pharmacology.network;

import java.util.Optional;

/// One place that holds drug, or what has become of it.
///
/// @param volume the parameter that turns its amount into a concentration; empty where nothing is
///     measured and nothing leaves by clearance
public record State(String name, Optional<String> volume) {}
