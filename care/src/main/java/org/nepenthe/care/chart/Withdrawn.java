package org.nepenthe.care.chart;

/// A fact which its source has since marked as entered in error. What was there before stays in the
/// history; it no longer counts.
public record Withdrawn(String reason, Provenance provenance) implements Fact {}
