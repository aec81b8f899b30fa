package org.nepenthe.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.nepenthe.architecture.Repository.SourceFile;

/// One room writes the tables of events, so that there is one place where chain, version and
/// idempotency are kept. SQL is text, so this reads the sources.
class RecordTablesTest {
  /// The tables that hold or head the streams all begin like this.
  private static final Pattern EVENT_TABLE = Pattern.compile("\\brecord_[a-z_]+");

  private static final String ROOM = "/org/nepenthe/clinic/record/";

  @Test
  void onlyTheRecordNamesItsTables() {
    assertThat(
            Repository.files("src/main/java", ".java").stream()
                .flatMap(file -> trespasses(file).stream()))
        .isEmpty();
  }

  @Test
  void canaryIsReported() {
    var sql = "jdbc.sql(\"insert into record_event (stream) values (?)\")";
    assertThat(trespasses(new SourceFile("clinic/org/nepenthe/clinic/board/Board.java", sql)))
        .hasSize(1);
    assertThat(trespasses(new SourceFile("clinic/org/nepenthe/clinic/record/Store.java", sql)))
        .isEmpty();
  }

  private static List<String> trespasses(SourceFile file) {
    if (file.path().contains(ROOM)) {
      return List.of();
    }
    return EVENT_TABLE
        .matcher(file.text())
        .results()
        .map(table -> file.path() + " names " + table.group())
        .toList();
  }
}
