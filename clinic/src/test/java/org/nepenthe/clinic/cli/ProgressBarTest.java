package org.nepenthe.clinic.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  private ProgressBar bar(long all) {
    return new ProgressBar(new PrintStream(written, true, StandardCharsets.UTF_8), all);
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }

  @Test
  void showsHowFarTheWorkIs() {
    bar(200).accept(62);

    assertThat(text()).isEqualTo("\r[#########.....................] 31 %");
  }

  @Test
  void writesOnlyWhenThePercentChanges() {
    var bar = bar(100_000);
    for (int i = 0; i < 999; i++) {
      bar.accept(1);
    }

    assertThat(text()).isEqualTo("\r[..............................] 0 %");
  }

  @Test
  void neverGoesBeyondTheEndAndLeavesNothingBehind() {
    var bar = bar(10);
    bar.accept(25);
    bar.clear();

    assertThat(text()).contains("] 100 %").endsWith("\r");
  }
}
