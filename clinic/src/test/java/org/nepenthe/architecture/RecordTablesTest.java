package org.nepenthe.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.nepenthe.architecture.Repository.SourceFile;

/// One room reads and writes the tables of events, so that there is one place where chain, version
/// and idempotency are kept. SQL is text, so this reads the sources.
class RecordTablesTest {
  private static final Pattern CREATED =
      Pattern.compile("create table (?:if not exists )?(record_[a-z_]+)", Pattern.CASE_INSENSITIVE);

  private static final String ROOM = "/org/nepenthe/clinic/record/";

  @Test
  void onlyTheRecordNamesItsTables() {
    var tables = tables();
    assertThat(tables).contains("record_event");
    assertThat(
            Repository.files("src/main/java", ".java").stream()
                .flatMap(file -> trespasses(file, tables).stream()))
        .isEmpty();
  }

  @Test
  void canaryIsReported() {
    var tables = Set.of("record_event");
    var sql = "jdbc.sql(\"insert into record_event (stream) values (?)\")";
    assertThat(trespasses(new SourceFile("org/nepenthe/clinic/board/Board.java", sql), tables))
        .hasSize(1);
    assertThat(trespasses(new SourceFile("x" + ROOM + "Store.java", sql), tables)).isEmpty();
  }

  private static Set<String> tables() {
    var tables = new TreeSet<String>();
    Repository.files("src/main/resources/db/migration", ".sql")
        .forEach(migration ->
            CREATED.matcher(migration.text()).results().forEach(t -> tables.add(t.group(1))));
    return tables;
  }

  private static List<String> trespasses(SourceFile file, Set<String> tables) {
    if (file.path().contains(ROOM)) {
      return List.of();
    }
    return tables.stream()
        .filter(table -> Pattern.compile("\\b" + table + "\\b").matcher(file.text()).find())
        .map(table -> file.path() + " names " + table)
        .toList();
  }
}
