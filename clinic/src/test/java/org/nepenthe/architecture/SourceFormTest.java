package org.nepenthe.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nepenthe.architecture.Repository.SourceFile;

/// What only the text of a source file shows.
class SourceFormTest {
  /// Longer documentation lines are wrapped by the formatter into a plain `//` line, and drop out
  /// of the documentation without a word.
  private static final int WIDEST_DOCUMENTATION = 100;

  private static final int LONGEST_FILE = 400;

  /// Written in two parts so that this file does not report itself.
  private static final Pattern NOT_IN_TESTS =
      Pattern.compile(
          "\\bThread\\." + "sleep\\(|import (static )?(org\\." + "mockito|net\\." + "jqwik)\\b");

  private static final Pattern NOT_IN_PRODUCT =
      Pattern.compile("^import (static )?(lombok|jakarta\\.persistence)\\b", Pattern.MULTILINE);

  @Test
  void documentationLinesSurviveTheFormatter() {
    assertThat(faults(everySource(), SourceFormTest::brokenDocumentation)).isEmpty();
  }

  @Test
  void filesFitAHead() {
    assertThat(faults(Repository.files("src/main/java", ".java").stream(), SourceFormTest::tooLong))
        .isEmpty();
  }

  @Test
  void testsNeitherSleepNorMock() {
    var tests = Repository.files("src/test/java", ".java").stream();
    assertThat(faults(tests, file -> matches(NOT_IN_TESTS, file))).isEmpty();
  }

  @Test
  void productUsesNeitherLombokNorJpa() {
    var product = Repository.files("src/main/java", ".java").stream();
    assertThat(faults(product, file -> matches(NOT_IN_PRODUCT, file))).isEmpty();
  }

  @Test
  void canaryIsReported() {
    var wide = "/// " + "x".repeat(WIDEST_DOCUMENTATION);
    var edge = "/// " + "x".repeat(WIDEST_DOCUMENTATION - 4);
    assertThat(brokenDocumentation(source(wide))).hasSize(1);
    assertThat(brokenDocumentation(source(edge))).isEmpty();
    assertThat(brokenDocumentation(source("  /// A dose.\n  // of ketamine"))).hasSize(1);
    assertThat(brokenDocumentation(source("  /// A dose.\n  /// Of ketamine."))).isEmpty();
    assertThat(tooLong(source("x\n".repeat(LONGEST_FILE)))).hasSize(1);
    assertThat(tooLong(source("x\n".repeat(LONGEST_FILE - 1)))).isEmpty();
    assertThat(matches(NOT_IN_TESTS, source("Thread." + "sleep(1000);"))).hasSize(1);
    assertThat(matches(NOT_IN_TESTS, source("import static org." + "mockito.Mockito.mock;")))
        .hasSize(1);
    assertThat(matches(NOT_IN_PRODUCT, source("package x;\nimport lombok.Data;"))).hasSize(1);
  }

  private static Stream<SourceFile> everySource() {
    return Stream.concat(
        Repository.files("src/main/java", ".java").stream(),
        Repository.files("src/test/java", ".java").stream());
  }

  private static List<String> faults(
      Stream<SourceFile> files, Function<SourceFile, List<String>> check) {
    return files.flatMap(file -> check.apply(file).stream()).toList();
  }

  private static List<String> brokenDocumentation(SourceFile file) {
    var faults = new ArrayList<String>();
    var previous = "";
    var number = 0;
    for (var line : file.lines()) {
      number++;
      var text = line.strip();
      var documentation = text.startsWith("///");
      if (documentation && line.length() > WIDEST_DOCUMENTATION) {
        faults.add(file.path() + ":" + number + ": /// line of " + line.length() + " columns");
      }
      if (previous.startsWith("///") && text.startsWith("//") && !documentation) {
        faults.add(file.path() + ":" + number + ": // directly under ///");
      }
      previous = text;
    }
    return faults;
  }

  private static List<String> tooLong(SourceFile file) {
    var lines = file.lines().size();
    return lines < LONGEST_FILE ? List.of() : List.of(file.path() + ": " + lines + " lines");
  }

  private static List<String> matches(Pattern pattern, SourceFile file) {
    return pattern
        .matcher(file.text())
        .results()
        .map(found -> file.path() + ": " + found.group())
        .toList();
  }

  private static SourceFile source(String text) {
    return new SourceFile("canary", text);
  }
}
