package org.nepenthe.clinic.record;

/// Rows derived from events, written in the same transaction, that can be thrown away and rebuilt.
public interface Projection {
  /// Takes one event into account. Must depend on nothing but the events seen so far.
  void apply(RecordedEvent event);

  /// Throws all derived rows away.
  void clear();
}
