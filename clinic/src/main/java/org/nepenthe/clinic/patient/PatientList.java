package org.nepenthe.clinic.patient;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.nepenthe.care.decision.PatientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The patients in the order of their names, and those that a search finds.
@Repository
public class PatientList {
  static final int ROWS = 25;
  private static final int WORDS = 6;

  private final JdbcClient jdbc;

  PatientList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// One line of the list.
  public record Entry(
      PatientId id,
      String family,
      String given,
      String identifier,
      LocalDate born,
      boolean deceased) {
    public String name() {
      var capitals = family.toUpperCase(Locale.ROOT);
      return given.isEmpty() ? capitals : capitals + ", " + given;
    }
  }

  /// A page of the list.
  ///
  /// @param total how many patients the search finds
  /// @param number of this page, from 1
  public record Slice(List<Entry> entries, long total, int number) {
    public int pages() {
      return (int) Math.max(1, (total + ROWS - 1) / ROWS);
    }

    public long first() {
      return total == 0 ? 0 : (number - 1L) * ROWS + 1;
    }

    public long last() {
      return Math.min(total, (long) number * ROWS);
    }
  }

  /// @param search words, each the beginning of a name, an identifier or a date of birth
  /// @param number of the page, from 1; the last one where there are fewer
  public Slice find(String search, int number) {
    var words = SearchWords.split(search).stream().limit(WORDS).toList();
    var matching = new StringBuilder(" from patient_entry e where true");
    for (int i = 0; i < words.size(); i++) {
      matching.append(
          """
           and exists (select 1 from patient_word w
            where w.patient_id = e.patient_id and w.word like ?)
          """);
    }
    var beginnings = words.stream().map(word -> (Object) (word + "%")).toList();
    long total =
        jdbc.sql("select count(*)" + matching).params(beginnings).query(Long.class).single();
    int last = (int) Math.max(1, (total + ROWS - 1) / ROWS);
    int shown = Math.clamp(number, 1, last);
    var parameters = new ArrayList<>(beginnings);
    parameters.add(ROWS);
    parameters.add((shown - 1) * ROWS);
    var entries =
        jdbc.sql("select e.*" + matching + " order by e.sort_name, e.patient_id limit ? offset ?")
            .params(parameters)
            .query((row, _) ->
                new Entry(
                    new PatientId(row.getObject("patient_id", UUID.class)),
                    row.getString("family"),
                    row.getString("given"),
                    row.getString("identifier"),
                    row.getObject("birth_date", LocalDate.class),
                    row.getBoolean("deceased")))
            .list();
    return new Slice(entries, total, shown);
  }

  /// Whether the clinic has no patient yet.
  public boolean isEmpty() {
    return jdbc.sql("select not exists (select 1 from patient)").query(Boolean.class).single();
  }
}
