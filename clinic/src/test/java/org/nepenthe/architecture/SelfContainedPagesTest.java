package org.nepenthe.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nepenthe.architecture.Repository.SourceFile;

/// Pages bring no code of their own and fetch nothing from elsewhere: the content security policy
/// can be strict, and a chair without internet sees the same page.
class SelfContainedPagesTest {
  private static final Map<String, Pattern> IN_TEMPLATES =
      Map.of(
          "inline script", Pattern.compile("<script(?![^>]*\\bsrc=)[^>]*>"),
          "inline style", Pattern.compile("<style\\b|\\sstyle\\s*="),
          "event attribute", Pattern.compile("\\s(on[a-z]+|hx-on[a-z:-]*)\\s*="),
          "script address", Pattern.compile("javascript:|\\bjs:\\{"),
          "foreign resource",
              Pattern.compile(
                  "<(?:script|img|iframe|source|audio|video)\\b[^>]*\\bsrc=\"(?:https?:)?//"
                      + "|<link\\b[^>]*\\bhref=\"(?:https?:)?//"));

  private static final Map<String, Pattern> IN_STYLES =
      Map.of(
          "foreign resource",
          Pattern.compile("url\\(\\s*['\"]?(?:https?:)?//|@import\\s+(?!['\"]?/)"));

  private static final Map<String, Pattern> IN_SCRIPTS =
      Map.of(
          "foreign resource", Pattern.compile("(?:fetch|import|EventSource)\\(\\s*['\"]https?://"),
          "code from text", Pattern.compile("\\beval\\(|\\bnew Function\\(|\\.innerHTML\\s*="));

  @Test
  void templatesBringNoCodeAndFetchNothing() {
    assertThat(faults("src/main/jte", ".jte", IN_TEMPLATES)).isEmpty();
  }

  @Test
  void stylesFetchNothing() {
    assertThat(faults("src/main/resources/static", ".css", IN_STYLES)).isEmpty();
  }

  @Test
  void ourScriptsFetchNothingFromElsewhere() {
    assertThat(faults("src/main/resources/static", ".js", IN_SCRIPTS)).isEmpty();
  }

  @Test
  void canaryIsReported() {
    Stream.of(
            "<script>alert(1)</script>",
            "<p style=\"color: red\">",
            "<button onclick=\"stop()\">",
            "<button hx-on:click=\"stop()\">",
            "<a href=\"javascript:stop()\">",
            "<script src=\"https://cdn.example/x.js\"></script>",
            "<link rel=\"stylesheet\" href=\"//cdn.example/x.css\">")
        .forEach(bad -> assertThat(faults(page(bad), IN_TEMPLATES)).as(bad).hasSize(1));
    Stream.of(
            "<script type=\"module\" src=\"/chart.js\"></script>",
            "<a href=\"https://doi.org/10.1000/182\">source</a>",
            "<button type=\"submit\" hx-post=\"/stop\">")
        .forEach(good -> assertThat(faults(page(good), IN_TEMPLATES)).as(good).isEmpty());
    assertThat(faults(page("b { background: url(https://x/y.png) }"), IN_STYLES)).hasSize(1);
    assertThat(faults(page("panel.innerHTML = text"), IN_SCRIPTS)).hasSize(1);
  }

  private static List<String> faults(String folder, String ending, Map<String, Pattern> rules) {
    return Repository.files(folder, ending).stream()
        .filter(file -> !file.path().contains("/vendor/"))
        .flatMap(file -> faults(file, rules).stream())
        .toList();
  }

  private static List<String> faults(SourceFile file, Map<String, Pattern> rules) {
    return rules.entrySet().stream()
        .flatMap(rule ->
            rule.getValue()
                .matcher(file.text())
                .results()
                .map(found -> file.path() + ": " + rule.getKey() + ": " + found.group()))
        .toList();
  }

  private static SourceFile page(String text) {
    return new SourceFile("canary", text);
  }
}
