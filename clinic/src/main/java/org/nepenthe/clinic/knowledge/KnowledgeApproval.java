package org.nepenthe.clinic.knowledge;

import java.util.List;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.KnowledgeSnapshot;
import org.nepenthe.knowledge.PolicyFault;
import org.springframework.stereotype.Component;

/// Whether the knowledge in use may decide about patients: where two people of this site approved
/// it, and always in the demonstration, whose patients are invented.
@Component
public final class KnowledgeApproval {
  private final KnowledgeInUse.Choice choice;
  private final KnowledgeVersions versions;

  KnowledgeApproval(KnowledgeInUse.Choice choice, KnowledgeVersions versions) {
    this.choice = choice;
    this.versions = versions;
  }

  /// Asked anew each time: an approval may be given or withdrawn while the clinic runs.
  public boolean mayDecide() {
    return choice.drafts() || approved();
  }

  /// @throws KnowledgeNotApproved where it may not decide
  public void require() {
    if (!mayDecide()) {
      throw new KnowledgeNotApproved();
    }
  }

  /// In one sentence, for the head of a page.
  public String standing() {
    if (approved()) {
      return "Approved by two people of this site.";
    }
    return choice.drafts()
        ? "No clinician of this site has reviewed this. The demonstration runs on drafts; a clinic"
            + " does not."
        : "No two people of this site have approved this: it may be read, and decides nothing.";
  }

  /// Whether two people of this site stand behind the version in use. One that was approved stays
  /// so until the next start where another is approved meanwhile; a withdrawal of either ends it.
  public boolean approved() {
    var inUse = choice.inUse().contentHash();
    return versions
        .approval()
        .filter(last ->
            last.contentHash().equals(inUse)
                || (last.signature().signedAt().isAfter(choice.since()) && signed(inUse)))
        .isPresent();
  }

  private boolean signed(String contentHash) {
    var signatures = versions.signatures(contentHash);
    return !signatures.isEmpty()
        && signatures.getLast().signature().meaning() == Signature.Meaning.APPROVED;
  }

  /// What this software ships, without any policy.
  public KnowledgeSnapshot shipped() {
    return choice.shipped();
  }

  /// Why the policy that was approved last is not applied to what is shipped now; empty where it
  /// is.
  public List<PolicyFault> policySetAside() {
    return choice.setAside();
  }

  /// What this software ships, narrowed by the site's policy: in use or waiting to be.
  public KnowledgeBase offered() {
    return choice.offered();
  }

  public KnowledgeBase inUse() {
    return choice.inUse();
  }

  /// Whether another version than the one in use waits for review or for the next start.
  public boolean anotherWaits() {
    return !choice.offered().contentHash().equals(choice.inUse().contentHash());
  }
}
