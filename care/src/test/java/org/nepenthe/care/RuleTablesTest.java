package org.nepenthe.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.KnowledgeBase;

/// Every rule of planning and of infusions has one entry in the knowledge and one table in the
/// tests, each way. Which table stands for which entry is listed in `rules/tables.csv`.
class RuleTablesTest {
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.shipped();
  private static final Path LIST = Path.of("src/test/resources/rules/tables.csv");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern RULE = Pattern.compile("\"((?:PLN|INF)-[A-Z0-9]+-\\d\\d)\"");
  private static final List<String> AREAS = List.of("planning", "infusion");

  /// One line of the list.
  record Line(String entry, String form, String test) {
    static Line of(String line) {
      var parts = line.split(",\\s*");
      return new Line(parts[0], parts[1], parts[2]);
    }

    Optional<Method> method() {
      var parts = test.split("#");
      try {
        return Arrays.stream(Class.forName("org.nepenthe.care." + parts[0]).getDeclaredMethods())
            .filter(method -> method.getName().equals(parts[1]))
            .findFirst();
      } catch (ClassNotFoundException _) {
        return Optional.empty();
      }
    }
  }

  static Stream<Line> lines() {
    return read(LIST).lines().filter(line -> !line.startsWith("#")).map(Line::of);
  }

  @Verifies("H34")
  @Test
  void everyEntryHasATableAndEveryTableAnEntry() {
    var listed = lines().map(Line::entry).toList();
    assertThat(listed).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(listed)).isEqualTo(entries());
  }

  /// A rule id in the code that the knowledge does not have would judge by nothing.
  @Verifies("H34")
  @Test
  void everyRuleOfTheCodeIsAnEntry() {
    var named = new TreeSet<String>();
    sources()
        .forEach(source ->
            RULE.matcher(read(source)).results().forEach(found -> named.add(found.group(1))));
    assertThat(named).isNotEmpty();
    assertThat(entries()).containsAll(named);
  }

  @Verifies("H34")
  @ParameterizedTest
  @MethodSource("lines")
  void theTableIsThereAndComesOutBothWays(Line line) {
    assertThat(fault(line)).isEmpty();
  }

  /// The canaries: tests that are not there, have no rows, or whose rows all come out alike.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # entry, form, test, fault
          X, table, planning.NoSuchTest#row, is not there
          X, table, RuleTablesTest#noSuchTest, is not there
          X, table, RuleTablesTest#everyRuleOfTheCodeIsAnEntry, has no rows
          X, table, RuleTablesTest#alike, comes out one way
          X, list, RuleTablesTest#read, is no test
          INF-HR-02, table, alert.VitalLimitsTest#sustained, has no row of INF-HR-02
          """)
  void aTableThatProvesNothingIsFound(String entry, String form, String test, String fault) {
    assertThat(fault(new Line(entry, form, test))).contains(fault);
  }

  @ParameterizedTest
  @CsvSource({"1, true", "2, true"})
  void alike(int number, boolean so) {
    assertThat(number > 0).isEqualTo(so);
  }

  /// What is wrong with a line; empty where nothing is.
  private static String fault(Line line) {
    var found = line.method();
    if (found.isEmpty()) {
      return line.test() + " is not there";
    }
    var method = found.get();
    boolean test =
        method.isAnnotationPresent(Test.class)
            || method.isAnnotationPresent(ParameterizedTest.class);
    if (!test || method.isAnnotationPresent(Disabled.class)) {
      return line.test() + " is no test that runs";
    }
    return line.form().equals("list") ? "" : faultOfRows(line, rows(method));
  }

  private static String faultOfRows(Line line, List<String> rows) {
    if (rows.isEmpty()) {
      return line.test() + " has no rows";
    }
    if (outcomes(rows).size() < 2) {
      return line.test() + " comes out one way";
    }
    boolean vital =
        KNOWLEDGE
            .find(line.entry())
            .filter(entry -> entry.kind().equals("vital-limit"))
            .isPresent();
    return vital && rows.stream().noneMatch(row -> row.contains(line.entry()))
        ? line.test() + " has no row of " + line.entry()
        : "";
  }

  private static List<String> rows(Method method) {
    return Optional.ofNullable(method.getAnnotation(CsvSource.class))
        .map(source ->
            source.textBlock().isEmpty()
                ? List.of(source.value())
                : source.textBlock().lines().toList())
        .orElse(List.of())
        .stream()
        .map(String::strip)
        .filter(row -> !row.isEmpty() && !row.startsWith("#"))
        .toList();
  }

  private static Set<String> outcomes(List<String> rows) {
    return rows.stream()
        .map(row -> row.substring(row.lastIndexOf(',') + 1).strip())
        .collect(Collectors.toSet());
  }

  private static TreeSet<String> entries() {
    var entries = new TreeSet<String>();
    AREAS.forEach(area -> KNOWLEDGE.inArea(area).forEach(entry -> entries.add(entry.id())));
    return entries;
  }

  private static List<Path> sources() {
    try (var files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path path) {
    try {
      return Files.readString(path, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
