package org.nepenthe.clinic.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.function.Consumer;

/// Text that a library writes piece by piece, handed on as one piece when it is flushed.
final class Lines extends Writer {
  private final Consumer<String> reader;
  private final StringBuilder text = new StringBuilder();

  private Lines(Consumer<String> reader) {
    this.reader = reader;
  }

  static PrintWriter to(Consumer<String> reader) {
    return new PrintWriter(new Lines(reader), true);
  }

  @Override
  public void write(char[] characters, int from, int count) {
    text.append(characters, from, count);
  }

  @Override
  public void flush() {
    if (!text.isEmpty()) {
      reader.accept(text.toString().stripTrailing());
      text.setLength(0);
    }
  }

  @Override
  public void close() {
    flush();
  }
}
