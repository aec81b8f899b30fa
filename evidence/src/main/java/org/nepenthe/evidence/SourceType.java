package org.nepenthe.evidence;

/// What kind of source a value comes from.
public enum SourceType {
  GUIDELINE,
  REVIEW,
  TRIAL,
  COHORT,
  LABEL,
  ANECDOTE,
  EXPERT_OPINION,
  SITE_POLICY
}
