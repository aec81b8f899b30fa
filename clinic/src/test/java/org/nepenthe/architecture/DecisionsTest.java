package org.nepenthe.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Decisions and invariants name the tests that hold them. A name that leads nowhere is a promise
/// nobody keeps.
class DecisionsTest {
  private static final Pattern TEST =
      Pattern.compile("`(org\\.nepenthe\\.[\\w.]+Test)`( \\(owed\\))?");

  @Test
  void decisionsNameTestsThatExist() {
    var faults = new ArrayList<String>();
    for (var decision : decisions()) {
      faults.addAll(faults(decision.getFileName().toString(), confirmation(decision)));
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void invariantsNameTestsThatExist() {
    var architecture = Repository.read(Repository.root().resolve("ARCHITECTURE.md"));
    assertThat(faults("ARCHITECTURE.md", architecture)).isEmpty();
  }

  @Test
  void indexListsEveryDecision() {
    var index = Repository.read(Repository.root().resolve("docs/decisions/README.md"));
    assertThat(decisions())
        .allSatisfy(decision -> assertThat(index).contains("(" + decision.getFileName() + ")"));
  }

  @Test
  void canaryIsReported() {
    Predicate<String> onlyA = "org.nepenthe.ATest"::equals;
    assertThat(faults("d", "`org.nepenthe.ATest`: it is so", onlyA)).isEmpty();
    assertThat(faults("d", "`org.nepenthe.BTest` (owed)", onlyA)).isEmpty();
    assertThat(faults("d", "`org.nepenthe.BTest`", onlyA))
        .containsExactly("d: no org.nepenthe.BTest");
    assertThat(faults("d", "`org.nepenthe.ATest` (owed)", onlyA))
        .containsExactly("d: org.nepenthe.ATest is there, so it is no longer owed");
    assertThat(faults("d", "by review", onlyA)).containsExactly("d: names no test");
  }

  private static List<Path> decisions() {
    try (var files = Files.list(Repository.root().resolve("docs/decisions"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("\\d{4}-.*\\.md"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String confirmation(Path decision) {
    var text = Repository.read(decision);
    var start = text.indexOf("## Confirmation");
    assertThat(start).as("Confirmation of " + decision.getFileName()).isPositive();
    return text.substring(start);
  }

  private static List<String> faults(String document, String text) {
    return faults(document, text, DecisionsTest::exists);
  }

  private static List<String> faults(String document, String text, Predicate<String> exists) {
    var faults = new ArrayList<String>();
    var found = TEST.matcher(text);
    var any = false;
    while (found.find()) {
      any = true;
      var owed = found.group(2) != null;
      if (owed && exists.test(found.group(1))) {
        faults.add(document + ": " + found.group(1) + " is there, so it is no longer owed");
      } else if (!owed && !exists.test(found.group(1))) {
        faults.add(document + ": no " + found.group(1));
      }
    }
    if (!any) {
      faults.add(document + ": names no test");
    }
    return faults;
  }

  private static boolean exists(String test) {
    var file = test.replace('.', '/') + ".java";
    return Repository.folders("src/test/java").stream()
        .anyMatch(folder -> Files.exists(folder.resolve(file)));
  }
}
