package org.nepenthe.fhir;

/// A resource which was understood and deliberately left out of the chart.
public record NotTaken(String where, String why) {}
