package org.nepenthe.clinic.patient;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.nepenthe.care.decision.PatientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The names of several patients at once, for lists.
@Repository
public class PatientNames {
  private final JdbcClient jdbc;

  PatientNames(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Two identifiers of a patient for a line of a list.
  public record Named(String name, LocalDate born) {}

  /// Those of the patients that are known; a patient without an entry is not in it.
  public Map<PatientId, Named> of(Collection<PatientId> patients) {
    var names = new HashMap<PatientId, Named>();
    if (patients.isEmpty()) {
      return names;
    }
    jdbc.sql(
            """
            select patient_id, family, given, birth_date from patient_entry
            where patient_id in (:ids)
            """)
        .param("ids", patients.stream().map(PatientId::value).distinct().toList())
        .query(row -> {
          var family = row.getString("family").toUpperCase(Locale.ROOT);
          var given = row.getString("given");
          names.put(
              new PatientId(row.getObject("patient_id", UUID.class)),
              new Named(
                  given.isEmpty() ? family : family + ", " + given,
                  row.getObject("birth_date", LocalDate.class)));
        });
    return names;
  }
}
