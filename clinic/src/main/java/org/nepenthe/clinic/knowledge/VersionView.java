package org.nepenthe.clinic.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.care.decision.Signature.Meaning;

/// One version of the knowledge as its row and its page show it.
///
/// @param inUse whether decisions are made with it until the clinic stops
/// @param offered whether it is what this software ships, with the site's policy
/// @param readable whether this software could decide with it
/// @param submission who wrote it in the browser; empty where the clinic started with it
public record VersionView(
    StoredVersion stored,
    VersionLaw law,
    List<Signature> signatures,
    boolean inUse,
    boolean offered,
    boolean readable,
    Optional<KnowledgeVersions.Submission> submission) {
  public VersionView {
    signatures = List.copyOf(signatures);
  }

  public static VersionView of(
      StoredVersion stored, KnowledgeVersions versions, KnowledgeApproval approval) {
    var signed = versions.signatures(stored.contentHash());
    boolean last = versions.approved().filter(stored.contentHash()::equals).isPresent();
    boolean offered = approval.offered().contentHash().equals(stored.contentHash());
    return new VersionView(
        stored,
        VersionLaw.of(signed, last),
        signed.stream().map(SignedVersion::signature).toList(),
        approval.inUse().contentHash().equals(stored.contentHash()),
        offered,
        offered || (last && readable(stored, versions, approval)),
        versions.submission(stored.contentHash()));
  }

  private static boolean readable(
      StoredVersion stored, KnowledgeVersions versions, KnowledgeApproval approval) {
    return versions.base(stored.contentHash()).filter(approval.offered()::sameFormAs).isPresent();
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
    boolean approved = law.state() == VersionLaw.State.APPROVED;
    submission.ifPresent(by -> remarks.add("submitted by " + by.by().name()));
    if (!inUse && approved) {
      remarks.add(readable ? "in use from the next start" : "not readable by this software");
    } else if (!inUse && offered) {
      remarks.add("comes with this software, waits for approval");
    }
    return remarks;
  }
}
