package org.nepenthe.clinic.knowledge;

import org.nepenthe.care.decision.Signature;

/// A signature under one version of the knowledge.
///
/// @param contentHash which version
public record SignedVersion(String contentHash, Signature signature) {}
