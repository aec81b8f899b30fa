package org.nepenthe.care.decision;

/// Which knowledge a decision was made with.
///
/// @param version what people call it
/// @param contentHash SHA-256 of all entries, in hexadecimal: two different bases never share it
public record KnowledgeVersion(String version, String contentHash) {}
