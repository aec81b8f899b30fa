package org.nepenthe.clinic.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CourseId;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.planning.PlanWithdrawn;
import org.nepenthe.clinic.ClinicDatabase;
import org.nepenthe.evidence.Verifies;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class EventRecordTest {
  private static final ClinicDatabase DATABASE = ClinicDatabase.fresh();
  private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
  private static final Actor NURSE = new Actor("n1", "Nina Nurse", Role.NURSE);

  private final PatientId patient = new PatientId(UUID.randomUUID());
  private final StreamId stream = StreamId.of(new CourseId(UUID.randomUUID()));
  private final List<RecordedEvent> projected = new ArrayList<>();
  @TempDir private Path home;
  private EventRecord record;
  private RecordAnchors anchors;
  private RecordVerification verification;
  private TransactionTemplate transaction;

  @BeforeEach
  void open() {
    var source = DATABASE.application();
    transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    var jdbc = JdbcClient.create(source);
    record =
        new EventRecord(
            jdbc, new EventJson(List.of()), List.of(new Remembering()), _ -> {}, () -> AT);
    anchors = new RecordAnchors(jdbc, () -> AT, home);
    verification = new RecordVerification(jdbc, anchors);
  }

  @Test
  void keepsWhatWasAppendedInOrder() {
    append("k1", 0, "first", "second");
    append("k2", 2, "third");

    var events = record.read(stream);
    assertThat(events).extracting(RecordedEvent::version).containsExactly(1L, 2L, 3L);
    assertThat(events)
        .extracting(RecordedEvent::event)
        .containsExactly(
            new PlanWithdrawn("first"), new PlanWithdrawn("second"), new PlanWithdrawn("third"));
    assertThat(events.getFirst().actor()).isEqualTo(NURSE);
    assertThat(events.getFirst().happenedAt()).isEqualTo(AT);
    assertThat(record.readAbout(patient)).hasSize(3);
    assertThat(projected).hasSize(3);
  }

  @Verifies("H39")
  @Test
  void refusesAWriterWhoSawAnOlderVersion() {
    append("k1", 0, "first");

    assertThatThrownBy(() -> append("k2", 0, "late")).isInstanceOf(StreamConflict.class);
    assertThat(record.read(stream)).hasSize(1);
    // The refused command was rolled back whole, so that the writer can try again with its key.
    assertThat(append("k2", 1, "late").version()).isEqualTo(2);
  }

  @Verifies({"H13", "H40"})
  @Test
  void theSameCommandHasOneEffect() throws Exception {
    List<Callable<Appended>> hundred = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      hundred.add(() -> append("bolus", 0, "once"));
    }
    try (var clients = Executors.newFixedThreadPool(8)) {
      var results = clients.invokeAll(hundred);
      int written = 0;
      for (var result : results) {
        written += result.get().repeated() ? 0 : 1;
      }
      assertThat(written).isEqualTo(1);
    }
    assertThat(record.read(stream)).hasSize(1);
  }

  @Verifies("H39")
  @Test
  void ofTwoWritersOnOneVersionOneIsToldSo() throws Exception {
    try (var clients = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 50; round++) {
        long seen = round;
        var key = "round" + round;
        var results =
            clients.invokeAll(List.of(() -> tried(key + "a", seen), () -> tried(key + "b", seen)));
        assertThat(List.of(results.get(0).get(), results.get(1).get()))
            .containsExactlyInAnyOrder(true, false);
      }
    }
    assertThat(record.read(stream)).hasSize(50);
  }

  @Verifies("H01")
  @Test
  void refusesAStreamOfAnotherPatient() {
    append("k1", 0, "first");

    var other =
        new Append(
            stream,
            new PatientId(UUID.randomUUID()),
            1,
            key("k2"),
            NURSE,
            "tablet",
            List.of(new Happening(new PlanWithdrawn("x"), AT)));
    assertThatThrownBy(() -> transaction.execute(_ -> record.append(other)))
        .isInstanceOf(WrongPatient.class);
    assertThat(record.read(stream)).hasSize(1);
  }

  @Verifies("H49")
  @Test
  void theRunningClinicCannotChangeOrRemoveAnEvent() {
    append("k1", 0, "first");
    var application = DATABASE.jdbc();
    var owner = JdbcClient.create(DATABASE.owner());

    for (var jdbc : List.of(application, owner)) {
      assertThatThrownBy(() -> jdbc.sql("update record_event set payload = '{}'").update());
      assertThatThrownBy(() -> jdbc.sql("delete from record_event").update());
      assertThatThrownBy(() -> jdbc.sql("truncate record_event").update());
    }
    assertThat(record.read(stream)).hasSize(1);
  }

  @Verifies("H49")
  @Test
  void aFlippedByteIsFound() {
    append("k1", 0, "first", "second", "third");
    assertThat(faultsHere()).isEmpty();

    tamper(
        "update record_event set payload = replace(payload, 'second', 'secund') where stream = ?");
    assertThat(faultsHere()).containsExactly(stream + ": event 2 was changed after it was written");
  }

  @Verifies("H49")
  @Test
  void aRemovedEventIsFoundAndSoIsACutOffEnd() {
    append("k1", 0, "first", "second", "third");
    anchors.anchor();
    tamper("delete from record_event where stream = ? and version = 3");
    assertThat(faultsHere())
        .containsExactly(stream + "@3: was anchored and is no longer in the record");

    tamper("delete from record_event where stream = ? and version = 1");
    assertThat(faultsHere()).contains(stream + ": event 1 is missing");
  }

  @Verifies("H49")
  @Test
  void aChangedAnchorFileIsFound() throws Exception {
    append("k1", 0, "first");
    anchors.anchor();
    assertThat(verification.verify().anchoredHeads()).isPositive();

    Files.writeString(home.resolve("anchors.txt"), "x y z a b\n", StandardOpenOption.APPEND);
    assertThat(verification.verify().faults())
        .anyMatch(fault -> fault.startsWith("anchors.txt: line"));
  }

  @Test
  void projectionsAreRebuiltToTheSame() {
    append("k1", 0, "first", "second");
    var asWritten = List.copyOf(projected);

    transaction.executeWithoutResult(_ -> record.rebuildProjections());

    assertThat(projected.stream().filter(event -> event.stream().equals(stream)))
        .isEqualTo(asWritten);
  }

  private Appended append(String key, long expectedVersion, String... reasons) {
    var happenings = new ArrayList<Happening>();
    for (var reason : reasons) {
      happenings.add(new Happening(new PlanWithdrawn(reason), AT));
    }
    var append =
        new Append(stream, patient, expectedVersion, key(key), NURSE, "tablet", happenings);
    return java.util.Objects.requireNonNull(transaction.execute(_ -> record.append(append)));
  }

  private boolean tried(String key, long expectedVersion) {
    try {
      append(key, expectedVersion, "race");
      return true;
    } catch (StreamConflict conflict) {
      return false;
    }
  }

  private CommandKey key(String key) {
    return new CommandKey(stream + "/" + key);
  }

  private List<String> faultsHere() {
    return verification.verify().faults().stream()
        .filter(fault -> fault.startsWith(stream.value()))
        .toList();
  }

  /// What only someone with the rights of the server's owner can do.
  private void tamper(String sql) {
    var owner = new TransactionTemplate(new JdbcTransactionManager(DATABASE.owner()));
    var jdbc =
        JdbcClient.create(
            owner.getTransactionManager() instanceof JdbcTransactionManager m
                ? java.util.Objects.requireNonNull(m.getDataSource())
                : DATABASE.owner());
    owner.executeWithoutResult(_ -> {
      jdbc.sql("alter table record_event disable trigger user").update();
      jdbc.sql(sql).param(stream.value()).update();
      jdbc.sql("alter table record_event enable trigger user").update();
    });
  }

  private final class Remembering implements Projection {
    @Override
    public void apply(RecordedEvent event) {
      synchronized (projected) {
        projected.add(event);
      }
    }

    @Override
    public void clear() {
      projected.clear();
    }
  }
}
