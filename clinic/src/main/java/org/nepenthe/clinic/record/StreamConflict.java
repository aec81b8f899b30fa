package org.nepenthe.clinic.record;

/// Somebody else wrote to the stream since the writer looked. Nothing was written.
public final class StreamConflict extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient StreamId stream;

  public StreamConflict(StreamId stream, long expected, long actual) {
    super("stream is at version " + actual + ", the writer had seen " + expected);
    this.stream = stream;
  }

  public StreamId stream() {
    return stream;
  }
}
