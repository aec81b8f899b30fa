package org.nepenthe.clinic.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.care.decision.Signature.Meaning;
import org.nepenthe.clinic.ClinicDatabase;
import org.nepenthe.evidence.BrokenFile;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.KnowledgeSnapshot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/// Versions as they are kept, and which of them a start takes into use.
class KnowledgeVersionsTest {
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  private static final KnowledgeSnapshot SHIPPED = KnowledgeSnapshot.shipped();
  private static final String POLICY =
      """
      site: Riverside
      version: "7"
      changes:
        - { entry: PLN-CAP-01, value: ceiling, shipped: 2, set: %s, reason: Ours. }
      """;

  private final ClinicDatabase database = ClinicDatabase.fresh();
  private final KnowledgeVersions versions = versions(database.jdbc());

  private static KnowledgeVersions versions(JdbcClient jdbc) {
    return new KnowledgeVersions(jdbc, InstantSource.fixed(AT), "test");
  }

  private KnowledgeInUse.Choice start(String profile, Path home) {
    var environment = new MockEnvironment();
    environment.setActiveProfiles(profile);
    return new KnowledgeInUse()
        .knowledgeChoice(versions, environment, home, InstantSource.fixed(AT));
  }

  private void sign(String hash, String person, Role role, Meaning meaning) {
    var signature = new Signature(new Actor(person, person, role), AT, meaning, "read");
    assertThat(versions.sign(hash, signature, UUID.randomUUID().toString())).isEmpty();
  }

  private void approve(String hash) {
    sign(hash, "one", Role.PHYSICIAN, Meaning.REVIEWED);
    sign(hash, "two", Role.PHARMACIST, Meaning.APPROVED);
  }

  @Test
  @Verifies("H33")
  void aKeptVersionIsReadAgainAsItWas() {
    versions.keep(SHIPPED);
    versions.keep(SHIPPED);
    assertThat(versions.all()).hasSize(1);
    var again = versions(database.jdbc()).base(SHIPPED.base().contentHash()).orElseThrow();
    assertThat(again.contentHash()).isEqualTo(SHIPPED.base().contentHash());
    assertThat(again.entries()).isEqualTo(SHIPPED.base().entries());
  }

  @Test
  @Verifies("H71")
  void aVersionThatSomebodyChangedInTheDatabaseIsNotRead() {
    versions.keep(SHIPPED);
    var owner = JdbcClient.create(database.owner());
    owner.sql("alter table knowledge_version disable trigger user").update();
    owner
        .sql("update knowledge_version set files = replace(files::text, ?, ?)::jsonb")
        .param("value: 2, unit: mg/kg/h")
        .param("value: 7, unit: mg/kg/h")
        .update();
    assertThatThrownBy(() -> versions(database.jdbc()).base(SHIPPED.base().contentHash()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has been changed");
  }

  @Test
  void neitherVersionsNorSignaturesAreEverChanged() {
    versions.keep(SHIPPED);
    sign(SHIPPED.base().contentHash(), "one", Role.PHYSICIAN, Meaning.REVIEWED);
    var owner = JdbcClient.create(database.owner());
    for (var statement :
        new String[] {
          "delete from knowledge_signature",
          "update knowledge_signature set signer_name = 'x'",
          "update knowledge_version set version = 'x'"
        }) {
      assertThatThrownBy(() -> owner.sql(statement).update()).hasMessageContaining("append-only");
    }
  }

  @Test
  void theSameFormSignsOnce() {
    versions.keep(SHIPPED);
    var hash = SHIPPED.base().contentHash();
    var signature =
        new Signature(new Actor("one", "One", Role.PHYSICIAN), AT, Meaning.REVIEWED, "read");
    assertThat(versions.sign(hash, signature, "key")).isEmpty();
    assertThat(versions.sign(hash, signature, "key")).isEmpty();
    assertThat(versions.signatures(hash)).hasSize(1);
  }

  @Test
  @Verifies("H70")
  void aClinicDecidesNothingUntilTwoPeopleApproved(@TempDir Path home) {
    var choice = start("serve", home);
    var approval = new KnowledgeApproval(choice, versions);
    assertThat(choice.inUse().contentHash()).isEqualTo(KnowledgeBase.shipped().contentHash());
    assertThat(approval.mayDecide()).isFalse();
    assertThatThrownBy(approval::require).isInstanceOf(KnowledgeNotApproved.class);
    approve(choice.inUse().contentHash());
    assertThat(approval.mayDecide()).isTrue();
    sign(choice.inUse().contentHash(), "two", Role.PHARMACIST, Meaning.WITHDREW);
    assertThat(approval.mayDecide()).isFalse();
  }

  @Test
  void theDemonstrationRunsOnDraftsAndSaysSo(@TempDir Path home) {
    var approval = new KnowledgeApproval(start("demonstration", home), versions);
    assertThat(approval.mayDecide()).isTrue();
    assertThat(approval.standing()).contains("No clinician of this site has reviewed this");
  }

  @Test
  @Verifies("H71")
  void theVersionApprovedLastStaysInUseUntilTheNewOneIsApproved(@TempDir Path home)
      throws IOException {
    var first = start("serve", home);
    approve(first.inUse().contentHash());
    Files.writeString(home.resolve("site-policy.yaml"), POLICY.formatted("1.5"));
    var second = start("serve", home);
    assertThat(second.inUse().contentHash()).isEqualTo(first.inUse().contentHash());
    assertThat(second.offered().siteChanges()).hasSize(1);
    var approval = new KnowledgeApproval(second, versions);
    assertThat(approval.mayDecide()).isTrue();
    assertThat(approval.anotherWaits()).isTrue();

    approve(second.offered().contentHash());
    assertThat(start("serve", home).inUse().contentHash())
        .isEqualTo(second.offered().contentHash());
  }

  @Test
  @Verifies("H71")
  void afterAWithdrawalNoOlderVersionComesBackByItself(@TempDir Path home) throws IOException {
    approve(start("serve", home).inUse().contentHash());
    Files.writeString(home.resolve("site-policy.yaml"), POLICY.formatted("1.5"));
    var narrowed = start("serve", home).offered().contentHash();
    approve(narrowed);
    sign(narrowed, "two", Role.PHARMACIST, Meaning.WITHDREW);
    assertThat(versions.approved()).isEmpty();
    assertThat(new KnowledgeApproval(start("serve", home), versions).mayDecide()).isFalse();
  }

  @Test
  @Verifies("H69")
  void aPolicyThatWouldWidenStopsTheStart(@TempDir Path home) throws IOException {
    Files.writeString(home.resolve("site-policy.yaml"), POLICY.formatted("3"));
    assertThatThrownBy(() -> start("serve", home))
        .isInstanceOf(BrokenFile.class)
        .hasMessage(
            "site-policy.yaml:4: 'ceiling' set to 3 would widen: shipped is 'above 2 mg/kg/h', and"
                + " a lower number is narrower");
    assertThat(versions.all()).isEmpty();
  }

  /// Without a file the policy that was approved in the browser goes on, and a file comes before
  /// it.
  @Test
  @Verifies("H71")
  void aPolicySubmittedInTheBrowserIsUsedFromTheStartAfterItsApproval(@TempDir Path home)
      throws IOException {
    var first = start("serve", home);
    approve(first.inUse().contentHash());
    var draft = SHIPPED.narrowedBy(POLICY.formatted("1.5"));
    var hash = draft.base().contentHash();
    versions.submit(draft, new Actor("one", "One", Role.PHYSICIAN), "key");
    assertThat(versions.submission(hash).orElseThrow().by().name()).isEqualTo("One");
    assertThat(start("serve", home).inUse().contentHash()).isEqualTo(first.inUse().contentHash());

    approve(hash);
    var second = start("serve", home);
    assertThat(second.inUse().contentHash()).isEqualTo(hash);
    assertThat(second.offered().contentHash()).isEqualTo(hash);
    assertThat(second.setAside()).isEmpty();
    assertThat(start("demonstration", home).inUse().contentHash()).isEqualTo(hash);

    Files.writeString(home.resolve("site-policy.yaml"), POLICY.formatted("1"));
    var third = start("serve", home);
    assertThat(third.inUse().contentHash()).isEqualTo(hash);
    assertThat(third.offered().version()).isEqualTo(second.offered().version());
    assertThat(third.offered().contentHash()).isNotEqualTo(hash);
  }

  /// As if an update had brought another shipped value: the start goes on, and decides nothing.
  @Test
  @Verifies("H71")
  void aPolicyThatNoLongerFitsIsSetAsideAndNothingIsDecided(@TempDir Path home) {
    var files = new java.util.TreeMap<>(SHIPPED.files());
    files.replaceAll(
        (_, text) -> text.replace("value: 2, unit: mg/kg/h", "value: 1.9, unit: mg/kg/h"));
    var older =
        KnowledgeSnapshot.of(files)
            .narrowedBy(POLICY.formatted("1.5").replace("shipped: 2", "shipped: 1.9"));
    versions.submit(older, new Actor("one", "One", Role.PHYSICIAN), "key");
    approve(older.base().contentHash());
    var choice = start("serve", home);
    assertThat(choice.setAside())
        .singleElement()
        .satisfies(fault -> assertThat(fault.reason()).contains("look again"));
    assertThat(choice.offered().siteChanges()).isEmpty();
    assertThat(choice.inUse().contentHash()).isEqualTo(older.base().contentHash());
    assertThat(new KnowledgeApproval(choice, versions).anotherWaits()).isTrue();
  }

  @Test
  @Verifies("H70")
  void whatIsInUseGoesOnDecidingUntilTheNextStartWhereAnotherVersionIsApproved(@TempDir Path home) {
    var early = new KnowledgeInUse();
    var environment = new MockEnvironment();
    environment.setActiveProfiles("serve");
    var before = InstantSource.fixed(AT.minusSeconds(60));
    var choice = early.knowledgeChoice(versions, environment, home, before);
    var approval = new KnowledgeApproval(choice, versions);
    var draft = SHIPPED.narrowedBy(POLICY.formatted("1.5"));
    versions.submit(draft, new Actor("one", "One", Role.PHYSICIAN), "key");
    approve(draft.base().contentHash());
    assertThat(approval.mayDecide()).as("never approved itself").isFalse();
    approve(choice.inUse().contentHash());
    assertThat(approval.mayDecide()).isTrue();
    approve(draft.base().contentHash());
    assertThat(approval.mayDecide()).as("until the next start").isTrue();
    sign(draft.base().contentHash(), "two", Role.PHARMACIST, Meaning.WITHDREW);
    assertThat(approval.mayDecide()).as("a withdrawal stops at once").isFalse();
  }
}
