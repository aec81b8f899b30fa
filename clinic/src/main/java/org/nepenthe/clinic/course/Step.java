package org.nepenthe.clinic.course;

/// The steps of a course, in their order.
public enum Step {
  REFERRAL("Referral", "referral"),
  SCREENING("Screening", "screening"),
  CONSENT("Consent", "consent"),
  PLAN("Plan", "plan"),
  APPROVAL("Approval", "approval"),
  INFUSION("Infusion", "infusion"),
  RECOVERY("Recovery", "recovery"),
  FOLLOW_UP("Follow-up", "followup"),
  DECISION("Decision", "decision");

  private final String words;
  private final String page;

  Step(String words, String page) {
    this.words = words;
    this.page = page;
  }

  public String words() {
    return words;
  }

  /// The last part of its page's address.
  public String page() {
    return page;
  }
}
