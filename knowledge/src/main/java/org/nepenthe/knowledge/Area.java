package org.nepenthe.knowledge;

/// One folder of the knowledge base.
///
/// @param name the folder's, for example `screening`
/// @param about what is found in it, in a sentence
public record Area(String name, String title, String about) {}
