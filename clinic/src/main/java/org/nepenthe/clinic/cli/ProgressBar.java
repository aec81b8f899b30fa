package org.nepenthe.clinic.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/// How far long work is, on one line that is written over: `[#########.....................] 31 %`.
final class ProgressBar implements LongConsumer {
  private static final int WIDTH = 30;
  private static final int PERCENT = 100;

  private final PrintStream out;
  private final long all;
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong shown = new AtomicLong(-1);

  ProgressBar(PrintStream out, long all) {
    this.out = out;
    this.all = all;
  }

  /// Whether there is a terminal to show it on: in a pipe or a log it would be rubbish.
  static boolean wanted() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  /// So many more are done.
  @Override
  public void accept(long more) {
    long percent = Math.min(PERCENT, done.addAndGet(more) * PERCENT / all);
    if (shown.getAndAccumulate(percent, Math::max) < percent) {
      int marks = (int) (percent * WIDTH / PERCENT);
      out.print("\r[" + "#".repeat(marks) + ".".repeat(WIDTH - marks) + "] " + percent + " %");
      out.flush();
    }
  }

  /// Takes the line away.
  void clear() {
    out.print("\r" + " ".repeat(WIDTH + " [] 100 %".length()) + "\r");
    out.flush();
  }
}
