package org.nepenthe.clinic.record;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// All events of all streams, the newest first, a page at a time.
@Service
public class RecordLog {
  private final JdbcClient jdbc;
  private final EventJson json;

  RecordLog(JdbcClient jdbc, EventJson json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// The newest events before a position.
  public List<RecordedEvent> before(long position, int limit) {
    return jdbc
        .sql(StoredEvent.SELECT + " where e.position < ? order by e.position desc limit ?")
        .param(position)
        .param(limit)
        .query(StoredEvent::from)
        .list()
        .stream()
        .map(stored -> stored.opened(json))
        .toList();
  }

  public long count() {
    return jdbc.sql("select count(*) from record_event").query(Long.class).single();
  }
}
