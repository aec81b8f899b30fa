package org.nepenthe.clinic.knowledge;

import java.util.ArrayList;
import java.util.List;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.care.decision.Signature.Meaning;

/// One version of the knowledge as its row and its page show it.
///
/// @param inUse whether decisions are made with it until the clinic stops
/// @param offered whether it is what this software ships, with the site's policy
public record VersionView(
    StoredVersion stored,
    VersionLaw law,
    List<Signature> signatures,
    boolean inUse,
    boolean offered) {
  public VersionView {
    signatures = List.copyOf(signatures);
  }

  static VersionView of(
      StoredVersion stored, KnowledgeVersions versions, KnowledgeApproval approval) {
    var signed = versions.signatures(stored.contentHash());
    boolean last = versions.approved().filter(stored.contentHash()::equals).isPresent();
    return new VersionView(
        stored,
        VersionLaw.of(signed, last),
        signed.stream().map(SignedVersion::signature).toList(),
        approval.inUse().contentHash().equals(stored.contentHash()),
        approval.offered().contentHash().equals(stored.contentHash()));
  }

  public String path() {
    return KnowledgeNotApproved.PATH + "/" + stored.contentHash();
  }

  public List<Meaning> offeredTo(Actor actor) {
    return law.offered(actor);
  }

  /// What it means for decisions, in short sentences.
  public List<String> remarks() {
    var remarks = new ArrayList<String>();
    if (inUse) {
      remarks.add("in use");
    }
    if (offered && !inUse) {
      remarks.add(
          law.state() == VersionLaw.State.APPROVED
              ? "in use from the next start"
              : "comes with this software, waits for approval");
    }
    if (!offered && !inUse && law.state() == VersionLaw.State.APPROVED) {
      remarks.add("not readable by this software");
    }
    return remarks;
  }
}
