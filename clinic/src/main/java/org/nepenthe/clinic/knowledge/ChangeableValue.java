package org.nepenthe.clinic.knowledge;

import org.nepenthe.knowledge.Direction;
import org.nepenthe.knowledge.Entry;

/// One value that a site may make narrower.
///
/// @param path as the policy's key `value` names it
public record ChangeableValue(Entry entry, String path, String words, Direction direction) {}
