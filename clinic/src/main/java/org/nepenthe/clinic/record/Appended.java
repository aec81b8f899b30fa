package org.nepenthe.clinic.record;

/// Where a stream stands after an append.
///
/// @param repeated true where the same command had been carried out before, so that nothing was
///     written now
public record Appended(StreamId stream, long version, boolean repeated) {}
