package org.nepenthe.clinic.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.care.decision.Signature.Meaning;
import org.nepenthe.clinic.record.EventJson;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.KnowledgeSnapshot;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/// Every version of the knowledge this clinic ever started with, and what was signed about each.
/// Versions and signatures are added and never changed.
@Component
@DependsOnDatabaseInitialization
public class KnowledgeVersions {
  private static final TypeReference<Map<String, String>> FILES = new TypeReference<>() {};
  private static final String SIGNATURES =
      """
      select content_hash, meaning, signer_id, signer_name, signer_role, signed_at, reason
      from knowledge_signature
      """;

  /// One number for all writers of signatures, so that two people sign one after the other.
  private static final long LOCK = 5_171_801L;

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final String softwareVersion;
  private final Map<String, KnowledgeSnapshot> read = new ConcurrentHashMap<>();

  KnowledgeVersions(
      JdbcClient jdbc, InstantSource clock, @Value("${nepenthe.version}") String softwareVersion) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.softwareVersion = softwareVersion;
  }

  /// Keeps a version; one that is known already stays as it was.
  void keep(KnowledgeSnapshot snapshot) {
    jdbc.sql(
            """
            insert into knowledge_version (content_hash, version, files, software_version, taken_at)
            values (?, ?, ?::jsonb, ?, ?) on conflict do nothing
            """)
        .param(snapshot.base().contentHash())
        .param(snapshot.base().version())
        .param(EventJson.mapper().writeValueAsString(snapshot.files()))
        .param(softwareVersion)
        .param(clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
        .update();
  }

  /// All versions, newest first.
  public List<StoredVersion> all() {
    return jdbc.sql(
            """
            select content_hash, version, software_version, taken_at from knowledge_version
            order by taken_at desc, content_hash
            """)
        .query(KnowledgeVersions::version)
        .list();
  }

  public Optional<StoredVersion> find(String contentHash) {
    return all().stream().filter(version -> version.contentHash().equals(contentHash)).findFirst();
  }

  /// What a version says; empty where this clinic never had it.
  ///
  /// @throws IllegalStateException where the stored files no longer have the hash they were kept
  ///     under: somebody changed them behind the system's back
  public Optional<KnowledgeBase> base(String contentHash) {
    return snapshot(contentHash).map(KnowledgeSnapshot::base);
  }

  /// A version word for word; empty where this clinic never had it.
  ///
  /// @throws IllegalStateException as [#base]
  public Optional<KnowledgeSnapshot> snapshot(String contentHash) {
    var known = read.get(contentHash);
    if (known != null) {
      return Optional.of(known);
    }
    var files =
        jdbc.sql("select files from knowledge_version where content_hash = ?")
            .param(contentHash)
            .query(String.class)
            .optional();
    return files.map(json -> {
      var snapshot = KnowledgeSnapshot.of(EventJson.mapper().readValue(json, FILES));
      var hash = snapshot.base().contentHash();
      if (!hash.equals(contentHash)) {
        throw new IllegalStateException(
            "the stored knowledge "
                + contentHash
                + " has been changed: it now has the hash "
                + hash);
      }
      read.put(contentHash, snapshot);
      return snapshot;
    });
  }

  /// Keeps a version that somebody wrote here, as a draft. It decides nothing until it was
  /// reviewed, approved and the clinic started again.
  ///
  /// @param key the form's; the same form sent twice submits once
  @Transactional
  public void submit(KnowledgeSnapshot snapshot, Actor by, String key) {
    keep(snapshot);
    jdbc.sql(
            """
            insert into knowledge_draft (content_hash, submitted_by_id, submitted_by_name,
              submitted_by_role, submitted_at, command_key)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing
            """)
        .param(snapshot.base().contentHash())
        .param(by.userId())
        .param(by.name())
        .param(by.role().name())
        .param(clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
        .param(key)
        .update();
  }

  /// Who wrote a version here first; empty for one the clinic started with.
  public Optional<Submission> submission(String contentHash) {
    return jdbc.sql(
            """
            select submitted_by_id, submitted_by_name, submitted_by_role, submitted_at
            from knowledge_draft where content_hash = ? order by position limit 1
            """)
        .param(contentHash)
        .query((row, _) ->
            new Submission(
                new Actor(
                    row.getString("submitted_by_id"),
                    row.getString("submitted_by_name"),
                    Role.valueOf(row.getString("submitted_by_role"))),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  /// A version as somebody wrote and submitted it in the browser.
  public record Submission(Actor by, Instant at) {}

  /// What was signed about a version, oldest first.
  public List<SignedVersion> signatures(String contentHash) {
    return jdbc.sql(SIGNATURES + " where content_hash = ? order by position")
        .param(contentHash)
        .query(KnowledgeVersions::signed)
        .list();
  }

  /// The version that was approved last; empty where none ever was, or where the one approved last
  /// was withdrawn: no older one comes back by itself.
  public Optional<String> approved() {
    return approval().map(SignedVersion::contentHash);
  }

  /// The signature by which [#approved] is approved.
  Optional<SignedVersion> approval() {
    return jdbc.sql(
            SIGNATURES
                + " where meaning in ('APPROVED', 'WITHDREW') order by position desc limit 1")
        .query(KnowledgeVersions::signed)
        .optional()
        .filter(last -> last.signature().meaning() == Meaning.APPROVED);
  }

  /// Writes down a signature if the law for approving knowledge allows it now.
  ///
  /// @param key the form's; the same form sent twice signs once
  /// @return why it is refused, or nothing where it is written
  @Transactional
  public Optional<String> sign(String contentHash, Signature signature, String key) {
    jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((row, _) -> 1).single();
    if (signedBefore(key)) {
      return Optional.empty();
    }
    var refusal =
        VersionLaw.of(signatures(contentHash), approved().filter(contentHash::equals).isPresent())
            .refusal(signature);
    if (refusal.isEmpty()) {
      insert(contentHash, signature, key);
    }
    return refusal;
  }

  private boolean signedBefore(String key) {
    return jdbc.sql("select count(*) from knowledge_signature where command_key = ?")
            .param(key)
            .query(Integer.class)
            .single()
        > 0;
  }

  private void insert(String contentHash, Signature signature, String key) {
    jdbc.sql(
            """
            insert into knowledge_signature (content_hash, meaning, signer_id, signer_name,
              signer_role, signed_at, reason, command_key)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(contentHash)
        .param(signature.meaning().name())
        .param(signature.signer().userId())
        .param(signature.signer().name())
        .param(signature.signer().role().name())
        .param(signature.signedAt().atOffset(ZoneOffset.UTC))
        .param(signature.reason())
        .param(key)
        .update();
  }

  private static StoredVersion version(ResultSet row, int number) throws SQLException {
    return new StoredVersion(
        row.getString("content_hash"),
        row.getString("version"),
        row.getString("software_version"),
        row.getObject("taken_at", OffsetDateTime.class).toInstant());
  }

  private static SignedVersion signed(ResultSet row, int number) throws SQLException {
    return new SignedVersion(
        row.getString("content_hash"),
        new Signature(
            new Actor(
                row.getString("signer_id"),
                row.getString("signer_name"),
                Role.valueOf(row.getString("signer_role"))),
            row.getObject("signed_at", OffsetDateTime.class).toInstant(),
            Meaning.valueOf(row.getString("meaning")),
            row.getString("reason")));
  }
}
