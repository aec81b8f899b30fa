package org.nepenthe.knowledge;

/// A unit of the knowledge base: its UCUM code, and how it is written on screen and paper.
public record Unit(String ucum, String shown) {}
