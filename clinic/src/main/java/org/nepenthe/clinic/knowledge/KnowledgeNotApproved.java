package org.nepenthe.clinic.knowledge;

/// A decision about a patient was asked for and the knowledge in use is not approved at this site.
/// Nothing was stored.
public final class KnowledgeNotApproved extends RuntimeException {
  /// What is wrong, for a page that cannot make a page of its own of it.
  public static final String SENTENCE =
      "The knowledge in use is not approved at this site: two people have to sign it first.";

  /// Where it is approved.
  public static final String PATH = "/knowledge/versions";

  KnowledgeNotApproved() {
    super(SENTENCE);
  }
}
