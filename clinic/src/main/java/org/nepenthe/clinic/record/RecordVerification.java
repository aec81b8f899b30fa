package org.nepenthe.clinic.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nepenthe.care.decision.PatientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Proves the record: recomputes every chain and compares the heads that were anchored outside the
/// database.
@Service
public class RecordVerification {
  private final JdbcClient jdbc;
  private final RecordAnchors anchors;

  RecordVerification(JdbcClient jdbc, RecordAnchors anchors) {
    this.jdbc = jdbc;
    this.anchors = anchors;
  }

  /// What was found.
  ///
  /// @param faults one sentence for each break; empty where the whole record is intact
  public record Finding(long streams, long events, long anchoredHeads, List<String> faults) {
    public boolean intact() {
      return faults.isEmpty();
    }
  }

  @Transactional(readOnly = true)
  public Finding verify() {
    var faults = new ArrayList<String>();
    var anchored = anchors.read(faults);
    var check = new Check(faults, anchored);
    try (var events =
        jdbc
            .sql(StoredEvent.SELECT + " order by e.stream, e.version")
            .withFetchSize(1000)
            .query(StoredEvent::from)
            .stream()) {
      events.forEach(check::next);
    }
    check.missingAnchors();
    return new Finding(check.streams, check.events, anchored.size(), List.copyOf(faults));
  }

  /// The same for the streams about one patient.
  @Transactional(readOnly = true)
  public Finding verifyAbout(PatientId patient) {
    var faults = new ArrayList<String>();
    var streams =
        jdbc.sql("select stream from record_stream where patient_id = ?")
            .param(patient.value())
            .query(String.class)
            .list();
    var anchored = new HashMap<String, String>();
    anchors
        .read(faults)
        .forEach((key, hash) -> {
          if (streams.contains(key.substring(0, key.lastIndexOf('@')))) {
            anchored.put(key, hash);
          }
        });
    var check = new Check(faults, anchored);
    jdbc.sql(StoredEvent.SELECT + " where s.patient_id = ? order by e.stream, e.version")
        .param(patient.value())
        .query(StoredEvent::from)
        .list()
        .forEach(check::next);
    check.missingAnchors();
    return new Finding(check.streams, check.events, anchored.size(), List.copyOf(faults));
  }

  private static final class Check {
    private final List<String> faults;
    private final Map<String, String> anchored;
    private final Map<String, String> unseen;
    private String stream = "";
    private String hash = HashChain.START;
    private long version;
    private boolean broken;
    private long streams;
    private long events;

    Check(List<String> faults, Map<String, String> anchored) {
      this.faults = faults;
      this.anchored = anchored;
      this.unseen = new HashMap<>(anchored);
    }

    void next(StoredEvent event) {
      if (!event.stream().equals(stream)) {
        stream = event.stream();
        hash = HashChain.START;
        version = 0;
        broken = false;
        streams++;
      }
      events++;
      var anchorKey = RecordAnchors.key(event.stream(), event.version());
      unseen.remove(anchorKey);
      if (broken) {
        return;
      }
      version++;
      if (event.version() != version) {
        fault(event, "event " + version + " is missing");
      } else if (!event.previousHash().equals(hash)) {
        fault(event, "event " + version + " does not follow the one before it");
      } else if (!HashChain.next(hash, event).equals(event.hash())) {
        fault(event, "event " + version + " was changed after it was written");
      } else if (!anchored.getOrDefault(anchorKey, event.hash()).equals(event.hash())) {
        fault(event, "event " + version + " is not the one that was anchored");
      }
      hash = event.hash();
    }

    void missingAnchors() {
      unseen.keySet().stream()
          .sorted()
          .forEach(key -> faults.add(key + ": was anchored and is no longer in the record"));
    }

    private void fault(StoredEvent event, String what) {
      broken = true;
      faults.add(event.stream() + ": " + what);
    }
  }
}
